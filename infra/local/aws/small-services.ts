import { randomUUID } from 'node:crypto';
import type { Account } from '../template/identity.ts';
import type { LocalParameter } from '../template/model.ts';
import { AwsError, type Exchange, notImplemented, readBody, type Service } from './exchange.ts';
import { jsonService } from './json-protocol.ts';
import type { Topics } from './topics.ts';
import { sendXml } from './xml.ts';

/** STS: who am I. */
export function stsService({ accountId }: Account): Service {
  const arn = `arn:aws:iam::${accountId}:user/local`;
  return queryService('STS', {
    GetCallerIdentity: () => `<Arn>${arn}</Arn><UserId>local</UserId><Account>${accountId}</Account>`,
  });
}

/** SNS: what is published goes to the functions that listen, and to the log. */
export function snsService(topics: Topics, log: (line: string) => void): Service {
  return queryService('SNS', {
    Publish: (form) => {
      const topicArn = form.get('TopicArn') ?? '';
      log(`sns: ${topicArn}: ${form.get('Subject') ?? ''}`);
      const messageId = topics.publish(topicArn, form.get('Message') ?? '', form.get('Subject'));
      return `<MessageId>${messageId}</MessageId>`;
    },
  });
}

/** CloudWatch: metrics are taken and let go. */
export function cloudWatchService(): Service {
  const query = queryService('CloudWatch', { PutMetricData: () => '' });
  const json = jsonService('CloudWatch', { PutMetricData: () => ({}) });
  return (exchange) => (exchange.request.headers['x-amz-target'] === undefined ? query(exchange) : json(exchange));
}

/** Systems Manager's parameter store, read only. */
export function parameterService(parameters: readonly LocalParameter[]): Service {
  const answer = ({ name, type, value }: LocalParameter) => ({ Name: name, Type: type, Value: value, Version: 1 });
  const find = (name: unknown) => parameters.find((parameter) => parameter.name === name);
  return jsonService('Systems Manager', {
    GetParameter: ({ Name }) => {
      const parameter = find(Name);
      if (parameter === undefined) throw new AwsError('ParameterNotFound', `No parameter ${Name}`);
      return { Parameter: answer(parameter) };
    },
    GetParameters: ({ Names }) => {
      const names = Array.isArray(Names) ? Names : [];
      return {
        Parameters: names.flatMap((name) => find(name) ?? []).map(answer),
        InvalidParameters: names.filter((name) => find(name) === undefined),
      };
    },
  });
}

/** A service of the old Query protocol: a form in, XML out. */
function queryService(name: string, operations: Readonly<Record<string, (form: URLSearchParams) => string>>): Service {
  return async (exchange: Exchange) => {
    const form = new URLSearchParams((await readBody(exchange.request)).toString('utf8'));
    const action = form.get('Action') ?? '';
    const run = Object.hasOwn(operations, action) ? operations[action] : undefined;
    if (run === undefined) throw notImplemented(`${name} ${action}`);
    const result = `<${action}Result>${run(form)}</${action}Result>`;
    const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
    sendXml(exchange, 200, `<${action}Response>${result}${metadata}</${action}Response>`);
  };
}
