import { type Filter, startTcpProxy, type TcpProxy, type TcpProxyOptions } from './tcp.ts';

/** What a statement is made to fail with, and which. */
export interface StatementFault {
  /** In the statement's text. */
  readonly statement: RegExp;
  /** Five letters of PostgreSQL's Appendix A, such as `53100` (disk_full). */
  readonly sqlState: string;
  /** How often; for ever unless given. */
  readonly times?: number;
}

/** A proxy in front of PostgreSQL that speaks its protocol well enough to make chosen statements fail. */
export interface PostgresProxy extends TcpProxy {
  addFault(fault: StatementFault): void;
  clearFaults(): void;
  /** How many statements have failed so. */
  readonly faulted: number;
}

interface Armed extends StatementFault {
  left: number;
}

/**
 * Starts it. Only for connections without TLS, by the protocol 3.0 (PostgreSQL 18, "Message Formats", read in
 * November 2026). A statement that is to fail never reaches the server: in its place goes one that raises the error
 * there, so that the state of the transaction is the server's own, and right.
 */
export async function startPostgresProxy(options: TcpProxyOptions): Promise<PostgresProxy> {
  let faults: Armed[] = [];
  let faulted = 0;

  function failing(statement: string): string | null {
    const fault = faults.find((one) => one.statement.test(statement));
    if (fault === undefined) return null;
    fault.left -= 1;
    faulted += 1;
    if (fault.left <= 0) faults = faults.filter((one) => one !== fault);
    return fault.sqlState;
  }

  const proxy = await startTcpProxy(options, () => statementFilter(failing));
  return {
    ...proxy,
    get connections() {
      return proxy.connections;
    },
    get fromClients() {
      return proxy.fromClients;
    },
    get faulted() {
      return faulted;
    },
    addFault(fault) {
      faults = [...faults, { ...fault, left: fault.times ?? Number.POSITIVE_INFINITY }];
    },
    clearFaults() {
      faults = [];
    },
  };
}

/** Requests that ask for TLS or cancel another connection's statement are as long as these, and carry no type. */
const STARTUP_HEAD = 4;
const MESSAGE_HEAD = 5;
/** Bind, Describe, Execute, Close and Flush belong to the statement before them, up to Sync. */
const SYNC = 'S';

/** Reads the client's messages one by one; those of a statement that is to fail are left out up to their Sync. */
function statementFilter(failing: (statement: string) => string | null): Filter {
  const prepared = new Map<string, string>();
  let begun = false;
  let rest: Buffer = Buffer.alloc(0);
  let sqlState: string | null = null;

  return (chunk, pass) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const message = next();
      if (message === null) return;
      const replaced = replace(message);
      if (replaced !== null) pass(replaced);
    }
  };

  function next(): Buffer | null {
    const head = begun ? MESSAGE_HEAD : STARTUP_HEAD;
    if (rest.length < head) return null;
    const size = rest.readUInt32BE(head - 4) + (head - 4);
    if (rest.length < size) return null;
    const message = rest.subarray(0, size);
    rest = rest.subarray(size);
    return message;
  }

  function replace(message: Buffer): Buffer | null {
    if (!begun) {
      begun = true;
      return message;
    }
    const type = String.fromCharCode(message[0] ?? 0);
    if (sqlState !== null) {
      if (type !== SYNC) return null;
      const raising = raise(sqlState);
      sqlState = null;
      return raising;
    }
    if (type === 'Q') {
      const state = failing(textAt(message, MESSAGE_HEAD));
      return state === null ? message : raise(state);
    }
    if (type === 'P') {
      const name = textAt(message, MESSAGE_HEAD);
      prepared.set(name, textAt(message, MESSAGE_HEAD + Buffer.byteLength(name) + 1));
    } else if (type === 'B') {
      const portal = textAt(message, MESSAGE_HEAD);
      const name = textAt(message, MESSAGE_HEAD + Buffer.byteLength(portal) + 1);
      sqlState = failing(prepared.get(name) ?? '');
      if (sqlState !== null) return null;
    }
    return message;
  }
}

function textAt(message: Buffer, start: number): string {
  return message.toString('utf8', start, message.indexOf(0, start));
}

/** A simple query that fails in the server: its answer ends like that of the statements it stands for. */
function raise(sqlState: string): Buffer {
  const text = `do $$ begin raise exception using errcode = '${sqlState}', message = 'a fault on demand'; end $$\0`;
  const head = Buffer.alloc(MESSAGE_HEAD);
  head.write('Q');
  head.writeUInt32BE(4 + Buffer.byteLength(text), 1);
  return Buffer.concat([head, Buffer.from(text)]);
}
