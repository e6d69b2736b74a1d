package io.framewire.transport.zmq;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import zmq.util.Z85;

/**
 * A key of Curve25519, equal to one of the same bytes.
 *
 * @param z85 as certificates have it. Source: RFC 32/Z85
 */
record Key(String z85) {
  static final int BYTES = 32;

  private static final String SHAPE = "[!-~]{40}";
  private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

  /** Empty if it is no key. */
  static Optional<Key> parse(String z85) {
    // JeroMQ reads anything; what it would write differently was none
    return z85.matches(SHAPE) && of(Z85.decode(z85)).z85.equals(z85)
        ? Optional.of(new Key(z85))
        : Optional.empty();
  }

  static Key of(byte[] bytes) {
    return new Key(Z85.encode(bytes, BYTES));
  }

  byte[] bytes() {
    return Z85.decode(z85);
  }

  /** Whether this is the secret key of that public one: its product with the curve's base point. */
  boolean belongsTo(Key publicKey) {
    try {
      KeyFactory keys = KeyFactory.getInstance("X25519");
      PrivateKey mine =
          keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, bytes()));
      PublicKey base =
          keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT));
      KeyAgreement product = KeyAgreement.getInstance("X25519");
      product.init(mine);
      product.doPhase(base, true);
      return Arrays.equals(product.generateSecret(), publicKey.bytes());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java has no X25519", impossible);
    }
  }
}
