import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PostgresProxy, startPostgresProxy } from '../../sandbox/fault-proxy/postgres.ts';
import { type OpenDatabase, openDatabase } from '../../src/db/client.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';

let behind: TestDatabase;
let proxy: PostgresProxy;
let through: OpenDatabase;

beforeEach(async () => {
  behind = await testDatabase();
  const { hostname, port } = new URL(behind.url);
  proxy = await startPostgresProxy({ to: { host: hostname, port: Number(port) } });
  const url = new URL(behind.url);
  url.port = String(proxy.port);
  through = openDatabase(url.href, { poolSize: 2 });
  await behind.sql`create table things (name text primary key)`;
});
afterEach(async () => {
  await through.sql.end({ timeout: 0 });
  await proxy.close();
  await behind.close();
});

const names = async () => (await behind.sql`select name from things order by name`).map(({ name }) => name);
const diskFull = { statement: /insert into things/, sqlState: '53100' } as const;

describe('a statement that is to fail', () => {
  test('fails with the wished class, so often and no oftener, and the rest of the connection lives', async () => {
    proxy.addFault({ ...diskFull, times: 2 });
    const insert = (name: string) => through.sql`insert into things values (${name})`;
    await expect(insert('one')).rejects.toMatchObject({ code: '53100' });
    expect(await through.sql`select 1 as one`).toMatchObject([{ one: 1 }]);
    await expect(insert('two')).rejects.toMatchObject({ code: '53100' });
    await insert('three');
    expect(await names()).toEqual(['three']);
    expect(proxy.faulted).toBe(2);
  });

  test('leaves its transaction failed, as the server itself would: what came before it is gone', async () => {
    proxy.addFault({ statement: /\$1/, sqlState: '53100', times: 1 });
    const codes: unknown[] = [];
    const broken = through.sql.begin(async (tx) => {
      await tx`insert into things values ('first')`;
      for (const name of ['second', 'third']) {
        await tx`insert into things values (${name})`.catch(({ code }) => codes.push(code));
      }
    });
    await expect(broken).rejects.toThrow();
    expect(codes).toEqual(['53100', '25P02']);
    expect(await names()).toEqual([]);
    await through.sql`insert into things values ('later')`;
    expect(await names()).toEqual(['later']);
  });

  test('is found again under the name under which it was prepared', async () => {
    const insert = (name: string) => through.sql`insert into things values (${name})`;
    await insert('prepared');
    proxy.addFault({ ...diskFull, times: 1 });
    await expect(insert('fails')).rejects.toMatchObject({ code: '53100' });
    await insert('again');
    expect(await names()).toEqual(['again', 'prepared']);
  });
});

describe('a network', () => {
  test('that goes away refuses, and serves again when it is back', async () => {
    expect(await through.sql`select 1 as one`).toHaveLength(1);
    await proxy.goAway();
    await expect(through.sql`select 1 as one`).rejects.toThrow();
    await proxy.comeBack();
    expect(await through.sql`select 1 as one`).toHaveLength(1);
  });

  test('that stalls answers when it flows again', async () => {
    await through.sql`select 1`;
    proxy.stall(true);
    let answered = false;
    const asked = through.sql`select 1`.then(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answered).toBe(false);
    proxy.stall(false);
    await asked;
    expect(answered).toBe(true);
  });
});
