package io.ratel.exchange;

/**
 * The machine's bounds. They are part of what the log means, since a command beyond a bound is
 * refused: changing one is a change of the wire schema's version.
 */
public final class Limits {
  public static final int ASSETS = 8_192; // each instrument may bring its own
  public static final int INSTRUMENTS = 4_096;
  public static final int ACCOUNTS = 1 << 20;
  public static final int BALANCES = 1 << 22;
  public static final int OPEN_ORDERS = 1 << 22;

  /** Keys remembered: at least this many of the newest keyed commands are recognised again. */
  public static final int KEYS = 1 << 17;

  /** Trades one command may cause; the rest of its order is canceled. */
  public static final int FILLS_PER_COMMAND = 1_024;

  /**
   * Trailing stops of one market: a new extreme of its price moves them all within the command that
   * made it.
   */
  public static final int TRAILING_STOPS = 1_024;

  /** What may exist of one asset, in minor units; sums of balances stay far from overflow. */
  public static final long SUPPLY = Long.MAX_VALUE / 4;

  private Limits() {}
}
