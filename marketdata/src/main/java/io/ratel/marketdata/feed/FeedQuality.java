package io.ratel.marketdata.feed;

/**
 * How far a feed is to be trusted, from 0 to 100. What went wrong counts less with time, half as
 * much after each {@link #HALF_LIFE_NS}; what is wrong now counts in full:
 *
 * <pre>
 * 100 − 200 × rejected / (frames + 20)      at most 100
 *     − 10 × gaps                           at most 40
 *     − 10 × lost connections               at most 40
 *     − 10 × failed requests                at most 40
 *     − 5 × seconds of lag beyond one       at most 20
 *     − 100 × silence / silence limit       from half of the limit on
 * </pre>
 *
 * and 0 while there is no connection. Not for more than one thread at a time.
 */
final class FeedQuality {
  static final long HALF_LIFE_NS = 60_000_000_000L;

  private static final int EVIDENCE = 20; // frames, so that the first rejection is not everything
  private static final double SECOND_NS = 1e9;

  private double frames;
  private double rejected;
  private double gaps;
  private double lost;
  private double failed;
  private long atNs;

  void frame(long nowNs) {
    fade(nowNs);
    frames++;
  }

  void rejected(long nowNs) {
    fade(nowNs);
    rejected++;
  }

  void gap(long nowNs) {
    fade(nowNs);
    gaps++;
  }

  void lost(long nowNs) {
    fade(nowNs);
    lost++;
  }

  void failed(long nowNs) {
    fade(nowNs);
    failed++;
  }

  /**
   * @param silence how long nothing has come, as a share of the limit
   */
  int score(long nowNs, long lagNs, double silence) {
    fade(nowNs);
    double score =
        100
            - Math.min(100, 200 * rejected / (frames + EVIDENCE))
            - Math.min(40, 10 * gaps)
            - Math.min(40, 10 * lost)
            - Math.min(40, 10 * failed)
            - Math.min(20, 5 * Math.max(0, lagNs / SECOND_NS - 1))
            - (silence < 0.5 ? 0 : 100 * silence);
    return (int) Math.round(Math.clamp(score, 0, 100));
  }

  private void fade(long nowNs) {
    long passed = nowNs - atNs;
    if (passed > 0) {
      double left = Math.exp(-Math.log(2) * passed / HALF_LIFE_NS);
      frames *= left;
      rejected *= left;
      gaps *= left;
      lost *= left;
      failed *= left;
      atNs = nowNs;
    }
  }
}
