/**
 * Passes a request on to the stand-in's control API, so that the page has it at its own address. An event stream
 * ends quietly when the stand-in goes, as it does with every scene: the page then connects to the next.
 */
export async function passToControl(standInUrl: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const answer = await fetch(`${standInUrl}${pathname}${search}`, {
    method: request.method,
    headers: passedOn(request.headers, ['content-type', 'last-event-id']),
    signal: request.signal,
    ...(hasBody && { body: await request.arrayBuffer() }),
  });
  const headers = passedOn(answer.headers, ['content-type', 'cache-control']);
  const body = answer.body === null ? null : untilBroken(answer.body);
  return new Response(body, { status: answer.status, headers });
}

function passedOn(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

/** The same bytes; where the connection breaks, the end. */
function untilBroken(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const read = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
      if (read.done) controller.close();
      else controller.enqueue(read.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
