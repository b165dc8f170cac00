package io.ratel.adapters.ethereum;

import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A pool of two tokens.
 *
 * @param decimals0 of the token with the smaller address, which comes first in the pool
 * @param baseFirst whether the price asked for is that of the first token in the second
 */
public record Pool(
    String address,
    Form form,
    String base,
    String quote,
    int decimals0,
    int decimals1,
    boolean baseFirst) {
  /** What a pool answers to. */
  public enum Form {
    /** Uniswap v2's {@code getReserves()}. */
    RESERVES("0902f1ac", 3),
    /** Uniswap v3's {@code slot0()}, which begins with sqrtPriceX96. */
    SQRT_PRICE("3850c7bd", 7);

    private final String selector;
    private final int words;

    Form(String selector, int words) {
      this.selector = selector;
      this.words = words;
    }

    String selector() {
      return selector;
    }
  }

  /** More than a trader needs, and few enough for a long beside the other prices. */
  private static final MathContext DIGITS = new MathContext(12);

  private static final MathContext EXACT = new MathContext(60);
  private static final BigDecimal TWO_96 = new BigDecimal(BigInteger.TWO.pow(96));

  public Pool {
    JsonRpc.requireAddress("address", address);
    for (int decimals : new int[] {decimals0, decimals1}) {
      if (decimals < 0 || decimals > 36) {
        throw new IllegalArgumentException("decimals must be 0 to 36, was " + decimals);
      }
    }
  }

  /** The price of the base in units of the quote, to twelve digits. */
  String price(Frame answer) throws RejectedFrameException {
    BigInteger[] words = JsonRpc.words(answer, form.words);
    BigDecimal raw =
        switch (form) {
          case RESERVES -> ratio(new BigDecimal(words[1]), new BigDecimal(words[0]));
          case SQRT_PRICE -> ratio(new BigDecimal(words[0]), TWO_96).pow(2, EXACT);
        };
    BigDecimal first = raw.scaleByPowerOfTen(decimals0 - decimals1);
    BigDecimal price = baseFirst ? first : ratio(BigDecimal.ONE, first);
    return price.round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal ratio(BigDecimal above, BigDecimal below)
      throws RejectedFrameException {
    if (above.signum() == 0 || below.signum() == 0) {
      throw new RejectedFrameException(FrameFault.BAD_NUMBER, "the pool is empty");
    }
    return above.divide(below, EXACT);
  }
}
