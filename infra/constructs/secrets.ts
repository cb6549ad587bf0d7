import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy, SecretValue } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { accept } from './accept.ts';

/** Keys the functions sign and hash with. They are made by Secrets Manager and seen by nobody. */
export class Secrets extends Construct {
  private readonly key: IKey;
  readonly link: Secret;
  readonly personKey: Secret;
  readonly session: Secret;
  readonly applicantKey: Secret;
  readonly staffKey: Secret;
  readonly submissionKeys: Secret;
  readonly maskinportenKey: Secret;
  readonly svarUtIntegration: Secret;

  constructor(scope: Construct, key: IKey) {
    super(scope, 'Secrets');
    this.key = key;
    this.link = this.made('LinkKey', 'Derives the secret in every task link.', 'open links would die');
    this.personKey = this.made(
      'PersonKey',
      'Hashes national id numbers for the index.',
      'no person would be found again',
    );
    this.session = this.made(
      'SessionKey',
      'Signs session cookies and form tokens.',
      'everyone would be signed out mid-form',
    );
    const registered = 'The public half is registered with the issuer by hand, so the pair is changed by hand.';
    this.applicantKey = this.given(
      'ApplicantKey',
      'Private key (JWK) this service signs in to ID-porten with.',
      registered,
    );
    this.staffKey = this.given(
      'StaffKey',
      'Private key (JWK) this service signs in to the staff issuer with.',
      registered,
    );
    this.maskinportenKey = this.given(
      'MaskinportenKey',
      'Private key (JWK) this service asks Maskinporten for access to the contact register with.',
      registered,
    );
    this.svarUtIntegration = this.given(
      'SvarUtIntegration',
      'Integration and sender accounts at KS SvarUt, which prints and posts letters.',
      'KS gives the password once, when the integration is made. The runbook says how to change it.',
    );
    this.submissionKeys = this.given(
      'SubmissionKeys',
      "Keys the municipalities' own forms sign applications with.",
      'The other end puts the same key in by hand; two are valid meanwhile. The runbook says how.',
    );
  }

  private made(id: string, description: string, harm: string): Secret {
    const secret = new Secret(this, id, {
      description,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    accept(
      secret,
      'SMG4',
      `Changing it on a schedule would do harm: ${harm}. The runbook says how to change it by hand.`,
    );
    return secret;
  }

  /** Empty until operations puts the key in; see the deploy checklist of the runbook. */
  private given(id: string, description: string, whyByHand: string): Secret {
    const secret = new Secret(this, id, {
      description,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.RETAIN,
      secretStringValue: SecretValue.unsafePlainText('{}'),
    });
    accept(secret, 'SMG4', whyByHand);
    return secret;
  }
}
