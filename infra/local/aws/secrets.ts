import { randomInt } from 'node:crypto';
import { readJson, writeAtomically } from '../files.ts';
import { asBoolean, asNumber, asObject, asString, type JsonObject } from '../json.ts';
import type { LocalSecret } from '../template/model.ts';
import { AwsError, type Service } from './exchange.ts';
import { jsonService } from './json-protocol.ts';

interface KeptSecret {
  readonly name: string;
  readonly arn: string;
  readonly value: string;
  readonly createdAt: number;
  readonly versionId: string;
}

/** The secrets: made once, and kept in one file that only its owner can read. */
export class SecretStore {
  readonly #file: string;
  readonly #now: () => number;
  readonly #secrets = new Map<string, KeptSecret>();

  constructor(file: string, now: () => number) {
    this.#file = file;
    this.#now = now;
    for (const value of Object.values(asObject(readJson(file)))) {
      const { name, arn, value: secret, createdAt, versionId } = asObject(value);
      this.#secrets.set(String(name), {
        name: String(name),
        arn: String(arn),
        value: String(secret),
        createdAt: asNumber(createdAt) ?? 0,
        versionId: String(versionId),
      });
    }
  }

  /** Makes the template's secrets that are not there yet; a value made once stays, as it does in AWS. */
  create(secrets: readonly LocalSecret[], given: Readonly<Record<string, string>> = {}): void {
    for (const secret of secrets) {
      const value = given[secret.name] ?? this.#secrets.get(secret.name)?.value ?? firstValue(secret);
      if (value !== undefined) this.put(secret, value);
    }
  }

  put({ name, arn }: { name: string; arn: string }, value: string): KeptSecret {
    const before = this.#secrets.get(name);
    if (before?.value === value && before.arn === arn) return before;
    const createdAt = this.#now();
    const kept = { name, arn, value, createdAt, versionId: `${createdAt}`.padStart(36, '0') };
    this.#secrets.set(name, kept);
    writeAtomically(this.#file, `${JSON.stringify(Object.fromEntries(this.#secrets), undefined, 2)}\n`);
    return kept;
  }

  /** Finds a secret by name, whole ARN or ARN without its last letters. */
  find(id: unknown): KeptSecret {
    const text = String(id);
    const secret = this.all().find(({ name, arn }) => name === text || arn === text || arn.slice(0, -7) === text);
    if (secret !== undefined) return secret;
    throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }

  all(): readonly KeptSecret[] {
    return [...this.#secrets.values()];
  }
}

/** Secrets Manager, for reading and for putting a value in by hand. */
export function secretsService(store: SecretStore): Service {
  const head = ({ name, arn }: KeptSecret) => ({ ARN: arn, Name: name });
  const described = (secret: KeptSecret) => ({
    ...head(secret),
    CreatedDate: secret.createdAt / 1000,
    VersionIdsToStages: { [secret.versionId]: ['AWSCURRENT'] },
  });
  const put = ({ SecretId, SecretString }: JsonObject) => {
    const value = asString(SecretString);
    if (value === undefined) throw new AwsError('InvalidRequestException', 'SecretString is missing');
    const secret = store.put(store.find(SecretId), value);
    return { ...head(secret), VersionId: secret.versionId, VersionStages: ['AWSCURRENT'] };
  };
  return jsonService('Secrets Manager', {
    GetSecretValue: ({ SecretId }) => {
      const secret = store.find(SecretId);
      return {
        ...head(secret),
        SecretString: secret.value,
        CreatedDate: secret.createdAt / 1000,
        VersionId: secret.versionId,
        VersionStages: ['AWSCURRENT'],
      };
    },
    DescribeSecret: ({ SecretId }) => described(store.find(SecretId)),
    ListSecrets: () => ({ SecretList: store.all().map(described) }),
    PutSecretValue: put,
    UpdateSecret: put,
  });
}

function firstValue({ value, generate }: LocalSecret): string | undefined {
  if (value !== undefined || generate === undefined) return value;
  const key = asString(generate.GenerateStringKey);
  if (key === undefined) return generatePassword(generate);
  const template = asObject(JSON.parse(asString(generate.SecretStringTemplate) ?? '{}'));
  return JSON.stringify({ ...template, [key]: generatePassword(generate) });
}

/** A password as `GenerateSecretString` describes it (CloudFormation, AWS::SecretsManager::Secret). */
function generatePassword(rules: JsonObject): string {
  const excluded = new Set(asString(rules.ExcludeCharacters) ?? '');
  const groups = [
    asBoolean(rules.ExcludeLowercase) ? '' : 'abcdefghijklmnopqrstuvwxyz',
    asBoolean(rules.ExcludeUppercase) ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    asBoolean(rules.ExcludeNumbers) ? '' : '0123456789',
    asBoolean(rules.ExcludePunctuation) ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    asBoolean(rules.IncludeSpace) ? ' ' : '',
  ]
    .map((group) => [...group].filter((character) => !excluded.has(character)))
    .filter((group) => group.length > 0);
  const length = asNumber(rules.PasswordLength) ?? 32;
  const all = groups.flat();
  const required = (rules.RequireEachIncludedType ?? true) ? groups.map(pick) : [];
  const rest = Array.from({ length: Math.max(0, length - required.length) }, () => pick(all));
  return shuffle([...required, ...rest]).join('');
}

function pick(characters: readonly string[]): string {
  const character = characters[randomInt(characters.length)];
  if (character === undefined) throw new Error('A generated secret has no characters left to choose from');
  return character;
}

function shuffle(characters: readonly string[]): string[] {
  const left = [...characters];
  return characters.map(() => left.splice(randomInt(left.length), 1).join(''));
}
