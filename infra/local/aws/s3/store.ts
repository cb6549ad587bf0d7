import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeAtomically } from '../../files.ts';

/** A version of an object, or a delete marker. */
export interface ObjectVersion {
  readonly key: string;
  /** `null` in a bucket without versions, as S3 names it. */
  readonly versionId: string;
  /** Versions of a key in the order they were written. */
  readonly sequence: number;
  readonly deleteMarker: boolean;
  readonly size: number;
  readonly etag: string;
  /** Epoch milliseconds of the moved clock. */
  readonly modified: number;
  /** Headers that come back with the object: type, disposition, `x-amz-meta-*`, checksums. */
  readonly headers: Readonly<Record<string, string>>;
  /** The file with the content, beside the version's own file. */
  readonly blob: string;
}

/** What is written. */
export interface NewObject {
  readonly key: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * One bucket on disk. A version is two files, the content first and then its description, each by rename; it exists once the
 * description does. File work is synchronous on purpose: a condition and the write it guards are one step.
 */
export class Bucket {
  readonly #directory: string;
  readonly versioned: boolean;
  readonly #now: () => number;
  readonly #versions = new Map<string, ObjectVersion[]>();
  #sequence = 0;

  constructor(directory: string, { versioned, now }: { versioned: boolean; now: () => number }) {
    this.#directory = directory;
    this.versioned = versioned;
    this.#now = now;
    mkdirSync(directory, { recursive: true });
    this.#load();
  }

  /** The current version of a key; a deleted key has none. */
  current(key: string): ObjectVersion | undefined {
    const last = this.#versions.get(key)?.at(-1);
    return last?.deleteMarker ? undefined : last;
  }

  version(key: string, versionId: string): ObjectVersion | undefined {
    return this.#versions.get(key)?.find((version) => version.versionId === versionId);
  }

  /** Whether the newest thing known of a key is that it was deleted. */
  marker(key: string): ObjectVersion | undefined {
    const last = this.#versions.get(key)?.at(-1);
    return last?.deleteMarker ? last : undefined;
  }

  read(version: ObjectVersion): Buffer {
    return readFileSync(join(this.#directory, version.blob));
  }

  put({ key, body, headers }: NewObject): ObjectVersion {
    const blob = `${hash(key)}-${randomUUID()}.blob`;
    writeAtomically(join(this.#directory, blob), body);
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    return this.#record({ key, headers, etag, blob, size: body.length, deleteMarker: false });
  }

  /** Deletes a key: with versions this only lays a marker on top. */
  delete(key: string): ObjectVersion | undefined {
    if (!this.versioned) {
      for (const version of this.#versions.get(key) ?? []) this.#remove(version);
      this.#versions.delete(key);
      return undefined;
    }
    return this.#record({ key, headers: {}, etag: '', blob: '', size: 0, deleteMarker: true });
  }

  /** Deletes one version for good. */
  deleteVersion(version: ObjectVersion): void {
    const left = (this.#versions.get(version.key) ?? []).filter((other) => other !== version);
    if (left.length > 0) this.#versions.set(version.key, left);
    else this.#versions.delete(version.key);
    this.#remove(version);
  }

  /** The current objects, by key in the order of their UTF-8 bytes. */
  list(prefix: string): ObjectVersion[] {
    return [...this.#versions.keys()]
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => this.current(key) ?? [])
      .sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)));
  }

  /** Every version of the keys with a prefix, newest first per key. */
  listVersions(prefix: string): ObjectVersion[] {
    const keys = [...this.#versions.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.flatMap((key) => (this.#versions.get(key) ?? []).toReversed());
  }

  #record(fields: Omit<ObjectVersion, 'versionId' | 'sequence' | 'modified'>): ObjectVersion {
    this.#sequence += 1;
    const versionId = this.versioned ? randomUUID().replaceAll('-', '') : 'null';
    const version = { ...fields, versionId, sequence: this.#sequence, modified: this.#now() };
    const before = this.#versions.get(version.key) ?? [];
    writeAtomically(this.#fileOf(version), JSON.stringify(version));
    const replaced = this.versioned ? [] : before;
    for (const old of replaced) rmSync(join(this.#directory, old.blob), { force: true });
    this.#versions.set(version.key, [...before.filter((old) => !replaced.includes(old)), version]);
    return version;
  }

  #remove(version: ObjectVersion): void {
    rmSync(this.#fileOf(version), { force: true });
    if (version.blob !== '') rmSync(join(this.#directory, version.blob), { force: true });
  }

  #fileOf({ key, versionId }: ObjectVersion): string {
    return join(this.#directory, `${hash(key)}-${versionId}.json`);
  }

  #load(): void {
    const versions = readdirSync(this.#directory)
      .filter((file) => file.endsWith('.json'))
      // Only this class writes these files.
      .map((file) => readJson(join(this.#directory, file)) as ObjectVersion)
      .sort((one, other) => one.sequence - other.sequence);
    for (const version of versions) {
      this.#versions.set(version.key, [...(this.#versions.get(version.key) ?? []), version]);
      this.#sequence = version.sequence;
    }
  }
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

/** The buckets, in one folder. */
export class BucketStore {
  readonly #directory: string;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(directory: string, now: () => number) {
    this.#directory = directory;
    this.#now = now;
  }

  create(name: string, versioned: boolean): void {
    if (this.#buckets.has(name)) return;
    this.#buckets.set(name, new Bucket(join(this.#directory, name), { versioned, now: this.#now }));
  }

  get(name: string): Bucket | undefined {
    return this.#buckets.get(name);
  }

  names(): string[] {
    return [...this.#buckets.keys()].sort();
  }
}
