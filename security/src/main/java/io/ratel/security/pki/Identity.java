package io.ratel.security.pki;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate with what proves it.
 *
 * @param chain the certificate itself, then its intermediate; the root is not part of it
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  public Identity {
    chain = List.copyOf(chain);
  }

  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /**
   * @throws PkiException when the key is not the certificate's, or neither is of elliptic curves or
   *     RSA
   */
  void requireOwnKey() throws GeneralSecurityException {
    byte[] text = certificate().getEncoded();
    Signature signature =
        Signature.getInstance(
            key.getAlgorithm().equals("RSA") ? "SHA384withRSA" : CertificateMaker.SIGNATURE);
    signature.initSign(key);
    signature.update(text);
    byte[] proof = signature.sign();
    signature.initVerify(certificate().getPublicKey());
    signature.update(text);
    if (!signature.verify(proof)) {
      throw new PkiException("its key is not the certificate's");
    }
  }

  /** Shows no key. */
  @Override
  public String toString() {
    return "Identity[" + certificate().getSubjectX500Principal() + "]";
  }
}
