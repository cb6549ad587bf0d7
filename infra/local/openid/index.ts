/** Stand-ins for ID-porten and the municipalities' own sign-in. */
export { clientKeys } from './keys.ts';
export { type OpenIdProvider, startOpenIdProvider } from './provider.ts';
