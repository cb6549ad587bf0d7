import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AwsError, type Exchange, notImplemented, openExchange, type Service } from './exchange.ts';
import { sendJsonError, targetOperation } from './json-protocol.ts';
import { sendXmlError } from './xml.ts';

/** The services on the endpoint, by the name in the signature's scope. */
export type Services = Readonly<Record<string, Service>>;

/** One HTTP server for all AWS services, told apart as AWS's own signatures tell them apart. */
export function createAwsServer(services: () => Services, log: (line: string) => void): Server {
  return createServer((request, response) => {
    void answer(services(), { request, response, log });
  });
}

interface Request {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly log: (line: string) => void;
}

async function answer(services: Services, { request, response, log }: Request): Promise<void> {
  const exchange = openExchange(request, response);
  response.setHeader('x-amzn-requestid', randomUUID());
  try {
    const service = Object.hasOwn(services, exchange.service) ? services[exchange.service] : undefined;
    if (service === undefined) throw notImplemented(nameOf(exchange));
    await service(exchange);
  } catch (error) {
    if (!(error instanceof AwsError)) log(`aws: ${nameOf(exchange)}: ${error instanceof Error ? error.stack : error}`);
    else if (error.status === 501) log(`aws: ${error.message}`);
    sendError(exchange, error);
  }
}

function sendError(exchange: Exchange, error: unknown): void {
  if (exchange.response.headersSent) {
    exchange.response.destroy();
    return;
  }
  const known = error instanceof AwsError ? error : new AwsError('InternalFailure', String(error), { status: 500 });
  const speaksXml = exchange.service === 's3' || isQuery(exchange);
  if (speaksXml) sendXmlError(exchange, known);
  else sendJsonError(exchange, known);
}

/** The old Query protocol (STS, SNS, CloudWatch): a form. */
function isQuery({ request }: Exchange): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

function nameOf(exchange: Exchange): string {
  const { request, url, service } = exchange;
  const operation = targetOperation(exchange) || `${request.method} ${url.pathname}`;
  return `${service || 'an unsigned request'} ${operation}`;
}
