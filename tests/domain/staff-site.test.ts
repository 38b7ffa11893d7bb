import { expect, test } from 'vitest';
import { parseStaffSite } from '../../src/domain/staff-site.ts';

test.each([
  ['https://staff.example.org', 'staff.example.org'],
  ['https://staff.example.org/', 'staff.example.org'],
  ['https://staff.example.org:8443', 'staff.example.org'],
  ['http://localhost:8080', 'localhost'],
  ['http://staff.localhost:8080', 'staff.localhost'],
])('takes %s', (text, rpId) => {
  expect(parseStaffSite(text)).toEqual({ origin: new URL(text).origin, rpId });
});

test.each([
  'http://staff.example.org',
  'https://staff.example.org/console',
  'https://staff.example.org?x=1',
  'https://user:word@staff.example.org',
  'https://192.0.2.1',
  'http://127.0.0.1:8080',
  'https://[2001:db8::1]',
  'https://intranet',
  'staff.example.org',
  'file:///staff',
])('refuses %s', (text) => {
  expect(parseStaffSite(text)).toBeNull();
});
