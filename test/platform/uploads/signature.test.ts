import { expect, test } from 'vitest';
import { signatureOf, signGet, signPost } from '../../../functions/platform/uploads/signature.ts';

// Amazon's own examples (S3 API reference): the key that every one of them is signed with.
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const region = 'us-east-1';

test('signs an address as in "Authenticating requests: using query parameters"', () => {
  const signed = signGet(new URL('https://examplebucket.s3.amazonaws.com/test.txt'), {
    credentials,
    region,
    now: '2013-05-24T00:00:00.000Z',
    parameters: {},
    seconds: 86400,
  });
  expect(signed).toContain('&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
});

test('signs a policy as in "Browser-based upload using HTTP POST"', () => {
  const policy =
    'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9';
  expect(signatureOf(policy, { credentials, region, now: '2015-12-29T00:00:00.000Z' })).toBe(
    '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
  );
});

test('a policy names every field that is signed, the session token too, and ends when it should', () => {
  const signer = { credentials: { ...credentials, sessionToken: 'token' }, region, now: '2026-11-24T09:00:00.000Z' };
  const fields = signPost([{ bucket: 'b' }, ['content-length-range', 0, 10]], { ...signer, seconds: 3600 });
  const policy = JSON.parse(Buffer.from(fields.policy ?? '', 'base64').toString());
  expect(policy).toEqual({
    expiration: '2026-11-24T10:00:00.000Z',
    conditions: [
      { bucket: 'b' },
      ['content-length-range', 0, 10],
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20261124/us-east-1/s3/aws4_request' },
      { 'x-amz-date': '20261124T090000Z' },
      { 'x-amz-security-token': 'token' },
    ],
  });
});
