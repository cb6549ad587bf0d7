/** Stand-ins for ID-porten and the municipalities' own sign-in. */
export { clientKeys } from './keys.ts';
export { applicants, people, staff, type TestPerson } from './people.ts';
export { type OpenIdOptions, type OpenIdProvider, startOpenIdProvider } from './provider.ts';
