import { z } from 'zod';
import type { PageLanguage } from '../../core/language.ts';
import type { Municipality } from '../../municipalities/index.ts';
import type { WebContext } from '../../platform/http/environment.ts';
import { log } from '../../platform/log.ts';
import type { Fault } from './faults.ts';
import { acceptedLanguage } from './language.ts';
import { faultTexts, type ProblemName, problemNames, problems } from './problem-texts.ts';

/** Where the description of the API is. */
export const openApiPath = '/api/v1/openapi.json';

/** The problem's type: an address within the description, where it is explained and shown. */
function problemType(name: ProblemName): string {
  return `${openApiPath}#/components/examples/${name}`;
}

/** A problem (RFC 9457). It says where something is wrong and never what stood there. */
export const problemSchema = z
  .strictObject({
    type: z.enum(problemNames.map(problemType)).meta({ description: 'Leads to the explanation of the problem.' }),
    title: z.string().min(1),
    status: z.int().min(400).max(599),
    detail: z.string().min(1).meta({ description: 'What to do, in the language of Accept-Language.' }),
    instance: z
      .string()
      .regex(/^urn:uuid:[0-9a-f-]{36}$/)
      .meta({ description: 'This request: tell it when you ask for help.' })
      .optional(),
    errors: z
      .array(
        z.strictObject({
          pointer: z
            .string()
            .regex(/^(\/[\s\S]*)?$/)
            .meta({ description: 'JSON pointer (RFC 6901) into the body.' }),
          code: z.enum(Object.keys(faultTexts)),
          detail: z.string().min(1),
        }),
      )
      .min(1)
      .optional(),
  })
  .meta({ description: 'Why a request was refused (RFC 9457). No content of the request is in it.' });
type ProblemBody = z.output<typeof problemSchema>;

/** Why a request is refused. */
export interface Refusal {
  readonly name: ProblemName;
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of a problem in a language. */
export function problemBody({ name, faults = [] }: Refusal, language: PageLanguage, instance?: string): ProblemBody {
  const { status, title, detail } = problems[name];
  return {
    type: problemType(name),
    title: title[language],
    status,
    detail: detail[language],
    ...(instance !== undefined && { instance }),
    ...(faults.length > 0 && {
      errors: faults.map(({ pointer, code }) => ({ pointer, code, detail: faultTexts[code][language] })),
    }),
  };
}

/** Answers with a problem, in the best language of the sender's, or else the municipality's. Logs its name only. */
export function refuse(c: WebContext, refusal: Refusal, municipality?: Municipality): Response {
  const language = acceptedLanguage(c.req.header('accept-language'), municipality?.language ?? 'nb');
  const requestId = c.env.lambdaContext?.awsRequestId;
  const body = problemBody(refusal, language, requestId && `urn:uuid:${requestId}`);
  log.info('API_REFUSED', {
    route: 'applications',
    status: body.status,
    kind: refusal.name,
    ...(municipality && { municipality: municipality.number }),
    ...(requestId !== undefined && { requestId }),
  });
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      vary: 'Accept-Language',
      ...refusal.headers,
    },
  });
}
