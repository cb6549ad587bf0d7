import type { AwsError, Exchange } from './exchange.ts';

/** Text for an XML document. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An XML element with text in it. */
export function element(name: string, value: string | number | boolean): string {
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}

/** Answers with an XML document. */
export function sendXml({ response }: Exchange, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}

/** Answers with an error as S3 gives it. A HEAD has no body, so there the status speaks alone. */
export function sendXmlError(exchange: Exchange, error: AwsError): void {
  const details = Object.entries(error.details).map(([name, value]) => element(name, value));
  const inner = [element('Code', error.name), element('Message', error.message), ...details].join('');
  if (exchange.request.method === 'HEAD') exchange.response.writeHead(error.status).end();
  else if (exchange.service === 's3') sendXml(exchange, error.status, `<Error>${inner}</Error>`);
  else sendXml(exchange, error.status, `<ErrorResponse><Error>${inner}</Error></ErrorResponse>`);
}
