package io.ratel.adapters.ethereum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A token, or the chain's own coin.
 *
 * @param address empty for the chain's coin
 */
public record Token(String name, Optional<String> address, int decimals) {
  public Token {
    address.ifPresent(text -> JsonRpc.requireAddress("address", text));
    if (decimals < 0 || decimals > 36) {
      throw new IllegalArgumentException("decimals must be 0 to 36, was " + decimals);
    }
  }

  /** A number of its smallest parts as a number of it. */
  double amount(BigInteger parts) {
    return new BigDecimal(parts, decimals).doubleValue();
  }
}
