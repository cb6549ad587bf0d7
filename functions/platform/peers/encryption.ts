import { X509Certificate } from 'node:crypto';
import { Certificate, ContentInfo, EnvelopedData } from 'pkijs';

/**
 * Encrypts a file for the holder of a certificate (PEM or DER), so that nobody on the way can read it: CMS enveloped data
 * (RFC 5652) in DER, AES-256-CBC under a key of its own, which RSAES-OAEP with SHA-256 hides (RFC 3560). KS's own library
 * writes the same. Throws when the certificate cannot be read.
 */
export async function encryptedFor(certificate: Uint8Array, content: Uint8Array): Promise<Uint8Array> {
  const holder = Certificate.fromBER(Uint8Array.from(new X509Certificate(certificate).raw).buffer);
  const enveloped = new EnvelopedData();
  enveloped.addRecipientByCertificate(holder, { oaepHashAlgorithm: 'SHA-256' });
  await enveloped.encrypt({ name: 'AES-CBC', length: 256 }, Uint8Array.from(content).buffer);
  const wrapped = new ContentInfo({ contentType: ContentInfo.ENVELOPED_DATA, content: enveloped.toSchema() });
  return new Uint8Array(wrapped.toSchema().toBER());
}
