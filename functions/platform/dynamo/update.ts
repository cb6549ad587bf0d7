/** The expressions of one conditional update, as lib-dynamodb takes them. */
export interface UpdateExpressions {
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues: Record<string, unknown>;
}

/** Path of an attribute within an item, from the outside in. */
type Path = readonly [string, ...string[]];

/** Builds an update from intentions, so that no expression text is written by hand and every name is escaped. */
export class ItemUpdate {
  readonly #names = new Map<string, string>();
  readonly #values: Record<string, unknown> = {};
  readonly #sets: string[] = [];
  readonly #removes: string[] = [];
  readonly #conditions: string[] = [];

  /** Writes a value. */
  set(path: Path, value: unknown): this {
    this.#sets.push(`${this.#path(path)} = ${this.#value(value)}`);
    return this;
  }

  /** Writes every field that has a value, below `root`. */
  setFields(root: string, fields: Readonly<Record<string, unknown>>): this {
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) this.set([root, field], value);
    return this;
  }

  /** Takes a field away. */
  remove(path: Path): this {
    this.#removes.push(this.#path(path));
    return this;
  }

  /** Only when the item is there at all. */
  expectExists(attribute: string): this {
    this.#conditions.push(`attribute_exists(${this.#path([attribute])})`);
    return this;
  }

  /** Only while the attribute has this value. */
  expect(path: Path, value: unknown): this {
    this.#conditions.push(`${this.#path(path)} = ${this.#value(value)}`);
    return this;
  }

  /** Only while the attribute has one of these values. */
  expectOneOf(path: Path, values: readonly unknown[]): this {
    this.#conditions.push(`${this.#path(path)} IN (${values.map((value) => this.#value(value)).join(', ')})`);
    return this;
  }

  /** The finished expressions. */
  expressions(): UpdateExpressions {
    return {
      UpdateExpression: [`SET ${this.#sets.join(', ')}`, ...this.#removal()].join(' '),
      ConditionExpression: this.#conditions.join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(this.#names),
      ExpressionAttributeValues: this.#values,
    };
  }

  #removal(): readonly string[] {
    return this.#removes.length > 0 ? [`REMOVE ${this.#removes.join(', ')}`] : [];
  }

  #path(path: Path): string {
    const escaped = path.map((name) => {
      const placeholder = `#${name}`;
      this.#names.set(placeholder, name);
      return placeholder;
    });
    return escaped.join('.');
  }

  #value(value: unknown): string {
    const placeholder = `:v${Object.keys(this.#values).length}`;
    this.#values[placeholder] = value;
    return placeholder;
  }
}
