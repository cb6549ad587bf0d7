import { webcrypto } from 'node:crypto';
import { Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, ContentInfo, EnvelopedData } from 'pkijs';

/** The key that files for another authority are encrypted with. */
export interface OfficeKey {
  /** In PEM. */
  readonly certificate: string;
  /** The file; undefined when it was not encrypted with this certificate. */
  opened(file: Uint8Array): Promise<Buffer | undefined>;
}

const commonName = '2.5.4.3';

/** A key pair and its certificate, signed by itself. */
export async function createOfficeKey(): Promise<OfficeKey> {
  const algorithm = {
    ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 },
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: 1 });
  for (const name of [certificate.issuer, certificate.subject]) {
    const value = new Utf8String({ value: 'SvarUt' });
    name.typesAndValues.push(new AttributeTypeAndValue({ type: commonName, value }));
  }
  certificate.notBefore.value = new Date(0);
  certificate.notAfter.value = new Date(Date.UTC(2049, 0));
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(privateKey, 'SHA-256');
  const der = Buffer.from(certificate.toSchema(true).toBER());
  const recipientPrivateKey = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
    async opened(file) {
      try {
        const { content } = ContentInfo.fromBER(Uint8Array.from(file).buffer);
        const enveloped = new EnvelopedData({ schema: content });
        const parameters = { recipientCertificate: certificate, recipientPrivateKey };
        return Buffer.from(await enveloped.decrypt(0, parameters));
      } catch {
        return undefined;
      }
    },
  };
}
