import { z } from 'zod';
import { type AppEnvironment, parseNationalId } from '../core/national-id.ts';
import type { Audience, PersonSession, Session, StaffSession } from './session.ts';
import { staffRoles } from './session.ts';

/** The level of assurance that health information needs: BankID and the like (domain.md § 7.7). */
export const requiredAcr = 'idporten-loa-high';

const personClaims = z.object({ pid: z.string(), acr: z.literal(requiredAcr), name: z.string().optional() });
const staffClaims = z.object({
  sub: z.string().min(1),
  name: z.string().min(1),
  municipality: z.string().regex(/^\d{4}$/),
  roles: z.array(z.string()),
});

/** The session that validated claims give; undefined when they are not enough, such as too low a level of assurance. */
export function sessionFrom(audience: Audience, claims: unknown, environment: AppEnvironment): Session | undefined {
  return audience === 'person' ? personFrom(claims, environment) : staffFrom(claims);
}

function personFrom(claims: unknown, environment: AppEnvironment): PersonSession | undefined {
  const { data } = personClaims.safeParse(claims);
  const nationalId = data && parseNationalId(data.pid, environment);
  if (data === undefined || !nationalId?.ok) return undefined;
  return { kind: 'person', nationalId: nationalId.value.value, name: data.name ?? '' };
}

/** Roles we do not know are left out: the issuer may have more of them. */
function staffFrom(claims: unknown): StaffSession | undefined {
  const { data } = staffClaims.safeParse(claims);
  if (data === undefined) return undefined;
  const roles = staffRoles.filter((role) => data.roles.includes(role));
  return { kind: 'staff', id: data.sub, name: data.name, municipality: data.municipality, roles };
}
