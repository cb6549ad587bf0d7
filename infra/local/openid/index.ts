/** Stand-ins for ID-porten and the municipalities' own sign-in. */
export { clientKeys } from './keys.ts';
export { people } from './people.ts';
export { type OpenIdOptions, type OpenIdProvider, startOpenIdProvider } from './provider.ts';
