package io.ratel.exchange.algo;

import io.ratel.model.order.Algo;

/** How a parent order is to be split, as one object that is filled anew for each. */
public final class Split {
  /** Weights of a volume curve at most. */
  public static final int MAX_WEIGHTS = 24;

  /** A weight at most. */
  public static final int MAX_WEIGHT = 1_000_000;

  /** Words of the packed form. */
  static final int WORDS = 4 + MAX_WEIGHTS / 2;

  private static final int WHOLE_PPM = 1_000_000;
  private static final Algo[] ALGOS = Algo.values();

  public Algo algo = Algo.TWAP;

  /** When the first child may come, nanoseconds since 1970 UTC. */
  public long startNs;

  /** When what is left expires. */
  public long endNs;

  /** From one child to the next; a curve with weights needs none. */
  public long intervalNs;

  /** Of what others trade, in millionths; only for {@link Algo#POV}. */
  public int participationPpm;

  /** How many of the weights count; 0 for equal ones, one an interval. Only for VWAP. */
  public int weightCount;

  /** The volume curve: what equal parts of the time weigh. */
  public final int[] weights = new int[MAX_WEIGHTS];

  /** Whether a parent can be split so. */
  public boolean isValid() {
    if (startNs < 0 || endNs <= startNs || weightCount < 0 || weightCount > MAX_WEIGHTS) {
      return false;
    }
    // Each part of the time must have a moment of its own, or the last never comes.
    boolean tooShort = weightCount > endNs - startNs;
    if (weightCount > 0 && (algo != Algo.VWAP || tooShort || !weightsAreValid())) {
      return false;
    }
    boolean share = participationPpm > 0 && participationPpm <= WHOLE_PPM;
    return (weightCount > 0 || intervalNs > 0)
        && (algo == Algo.POV ? share : participationPpm == 0);
  }

  private boolean weightsAreValid() {
    for (int i = 0; i < weightCount; i++) {
      if (weights[i] < 0 || weights[i] > MAX_WEIGHT) {
        return false;
      }
    }
    return weight(weightCount) > 0;
  }

  /** The sum of the first weights. */
  long weight(long count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i];
    }
    return sum;
  }

  void pack(long[] words, int at) {
    words[at] = algo.ordinal() | (long) weightCount << 8 | (long) participationPpm << 32;
    words[at + 1] = startNs;
    words[at + 2] = endNs;
    words[at + 3] = intervalNs;
    for (int i = 0; i < MAX_WEIGHTS; i += 2) {
      long first = i < weightCount ? weights[i] : 0;
      long second = i + 1 < weightCount ? weights[i + 1] : 0;
      words[at + 4 + i / 2] = first | second << 32;
    }
  }

  void unpack(long[] words, int at) {
    algo = ALGOS[(int) words[at] & 0xFF];
    weightCount = (int) (words[at] >> 8) & 0xFF;
    participationPpm = (int) (words[at] >> 32);
    startNs = words[at + 1];
    endNs = words[at + 2];
    intervalNs = words[at + 3];
    for (int i = 0; i < MAX_WEIGHTS; i += 2) {
      weights[i] = (int) words[at + 4 + i / 2];
      weights[i + 1] = (int) (words[at + 4 + i / 2] >> 32);
    }
  }
}
