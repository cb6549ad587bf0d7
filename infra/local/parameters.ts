/** The addresses of the local play. */
export interface LocalUrls {
  readonly pages: string;
  readonly console: string;
  readonly aws: string;
  /** The OpenID provider; absent when the templates have no use for one. */
  readonly openId?: string | undefined;
}

/** Values for the templates' parameters, by name. A template takes those it has. */
export function localParameters({ pages, openId }: LocalUrls): Record<string, string> {
  return {
    AppEnvironment: 'local',
    PublicUrl: pages,
    ...(openId === undefined ? {} : { ApplicantIssuer: `${openId}/applicants`, StaffIssuer: `${openId}/staff` }),
  };
}

/** Whether a template needs the OpenID provider: it asks for an issuer. */
export function needsOpenId(names: ReadonlySet<string>): boolean {
  return names.has('ApplicantIssuer') || names.has('StaffIssuer');
}
