/** How a number could stand in a file, by name; each at least `KEY_BYTES` long. */
export interface Form {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The shortest form of an id of six bytes or more has as many: what a scan looks at first. */
export const KEY_BYTES = 6;

/**
 * The forms of a chat id of six or seven bytes: in digits, in hex, in base64 at each of its three places, as bytes in both
 * orders, as a floating-point number, and as PostgreSQL keeps a `numeric`. Leading zeros are left out, so that each form is
 * found in a field of any width.
 */
export function formsOf(id: number): Form[] {
  const text = String(id);
  const big = Buffer.alloc(8);
  big.writeBigUInt64BE(BigInt(id));
  const little = Buffer.from(big).reverse();
  const significant = big.subarray(big.findIndex((byte) => byte !== 0));
  const reversed = Buffer.from(significant).reverse();
  const double = Buffer.alloc(8);
  double.writeDoubleBE(id);
  const hexDigits = id.toString(16);
  return [
    form('decimal', text),
    { name: 'decimal in UTF-16', bytes: Buffer.from(text, 'utf16le') },
    form('hex of the decimal', Buffer.from(text).toString('hex')),
    form('hex', hexDigits),
    form('HEX', hexDigits.toUpperCase()),
    form('hex, low byte first', reversed.toString('hex')),
    form('HEX, low byte first', reversed.toString('hex').toUpperCase()),
    { name: 'bytes', bytes: significant },
    { name: 'bytes, low byte first', bytes: reversed },
    { name: 'double', bytes: double },
    { name: 'double, low byte first', bytes: Buffer.from(double).reverse() },
    { name: 'numeric', bytes: numericDigits(text) },
    ...base64Of('base64 of the decimal', Buffer.from(text)),
    ...base64Of('base64', big),
    ...base64Of('base64, low byte first', little),
  ];
}

function form(name: string, text: string): Form {
  return { name, bytes: Buffer.from(text, 'latin1') };
}

/** A `numeric` of PostgreSQL holds digits to the base of 10,000, each in two bytes, here low byte first. */
function numericDigits(text: string): Buffer {
  const padded = text.padStart(Math.ceil(text.length / 4) * 4, '0');
  const groups = padded.match(/\d{4}/g) ?? [];
  const digits = Buffer.alloc(groups.length * 2);
  for (const [i, group] of groups.entries()) digits.writeUInt16LE(Number(group), i * 2);
  return digits;
}

/** What of the base64 of a longer text does not depend on its neighbours, for each place at which the bytes can begin. */
function base64Of(name: string, bytes: Buffer): Form[] {
  const forms: Form[] = [];
  for (let before = 0; before < 3; before += 1) {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(3)]).toString('base64');
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    const stable = encoded.slice(from, to);
    forms.push(form(`${name} (${before})`, stable));
    const inUrls = stable.replaceAll('+', '-').replaceAll('/', '_');
    if (inUrls !== stable) forms.push(form(`${name} for URLs (${before})`, inUrls));
  }
  return forms;
}
