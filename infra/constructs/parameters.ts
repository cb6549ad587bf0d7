import { CfnParameter } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** What differs from one municipality's account to the next; nothing else has to be edited to deploy. */
export class Parameters extends Construct {
  readonly appEnvironment = this.text('AppEnvironment', {
    description: 'production takes real national id numbers only; every other environment synthetic ones only.',
    default: 'test',
    allowedValues: ['local', 'test', 'production'],
  });
  readonly publicUrl = this.text('PublicUrl', {
    description: 'Where the pages are reached, without a slash at the end. Empty: the address of the HTTP API.',
    default: '',
    allowedPattern: '^(https?://[^/]+)?$',
  });
  readonly applicantIssuer = this.text('ApplicantIssuer', {
    description: 'OpenID issuer of the applicants: ID-porten.',
    default: 'https://idporten.no',
  });
  readonly applicantClientId = this.text('ApplicantClientId', {
    description: "This service's client id in ID-porten.",
  });
  readonly staffIssuer = this.text('StaffIssuer', { description: "OpenID issuer of the municipalities' staff." });
  readonly staffClientId = this.text('StaffClientId', { description: "This service's client id at the staff issuer." });
  readonly contactRegisterUrl = this.text('ContactRegisterUrl', {
    description:
      'Contact register (KRR), e.g. https://kontaktregisteret.no, without a slash at the end. Empty: it is not asked.',
    default: '',
    allowedPattern: '^(https?://[^/]+)?$',
  });
  readonly svarUtUrl = this.text('SvarUtUrl', {
    description:
      'KS SvarUt, e.g. https://svarut.ks.no, without a slash at the end. Empty: the post room prints every letter.',
    default: '',
    allowedPattern: '^(https?://[^/]+)?$',
  });
  readonly maskinportenIssuer = this.text('MaskinportenIssuer', {
    description: 'Maskinporten, as it names itself, with the slash at the end.',
    default: 'https://maskinporten.no/',
    allowedPattern: '^https?://.+/$',
  });
  readonly maskinportenClientId = this.text('MaskinportenClientId', {
    description: "This service's client id in Maskinporten; needed when ContactRegisterUrl or SvarUtUrl is given.",
    default: '',
  });
  readonly mailFrom = this.text('MailFrom', {
    description: 'Sender address of all mail. Its domain becomes the SES identity.',
    allowedPattern: '^[^@ ]+@[^@ ]+$',
  });
  readonly operationsEmail = this.text('OperationsEmail', {
    description: 'Receives the alarms; SNS asks it to confirm once.',
    allowedPattern: '^[^@ ]+@[^@ ]+$',
  });

  constructor(scope: Construct) {
    super(scope, 'Parameters');
  }

  private text(name: string, props: ConstructorParameters<typeof CfnParameter>[2]): string {
    const parameter = new CfnParameter(this, name, { type: 'String', ...props });
    parameter.overrideLogicalId(name);
    return parameter.valueAsString;
  }
}
