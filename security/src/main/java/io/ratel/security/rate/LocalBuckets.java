package io.ratel.security.rate;

/**
 * Token buckets in flat memory: for each key one {@code long}, the moment at which its bucket will
 * be full again (the generic cell rate algorithm of ITU-T I.371). Nothing is allocated. A bucket
 * that is full is as good as none, so only such a one gives its place to another key: no key that
 * owes anything is ever forgiven. When a key finds all its places taken by keys that owe, it shares
 * one bucket with others in the same case: they are counted together, and still served.
 *
 * <p>Safe for any thread; each set of places has a lock of its own, held for nanoseconds.
 */
public final class LocalBuckets {
  private static final int WAYS = 8;
  private static final int MIN_SETS = 16;
  private static final long FREE = 0;
  private static final long NEVER = 0;

  private final int mask;
  private final long[] keys;
  private final long[] fullAtNs;
  private final long[] sharedFullAtNs;
  private final Object[] locks;

  /**
   * @param maxKeys how many keys that owe are told apart; rounded up to a power of two
   */
  public LocalBuckets(int maxKeys) {
    if (maxKeys < 1 || maxKeys > 1 << 24) {
      throw new IllegalArgumentException("maxKeys must be 1 to 16,777,216, was " + maxKeys);
    }
    int sets = Math.max(MIN_SETS, Integer.highestOneBit(Math.max(1, maxKeys / WAYS * 2 - 1)));
    mask = sets - 1;
    keys = new long[sets * WAYS];
    fullAtNs = new long[sets * WAYS];
    sharedFullAtNs = new long[sets];
    locks = new Object[sets];
    for (int i = 0; i < sets; i++) {
      locks[i] = new Object();
    }
  }

  /**
   * Takes from a key's bucket, or nothing when there is too little in it.
   *
   * @param key well mixed, and the same for every time of one subject
   * @param cost more than the burst takes a full bucket
   * @param nowNs from any origin; may wrap
   * @return when it was taken, the nanoseconds until the bucket is full again; else minus the
   *     nanoseconds to wait
   */
  public long take(long key, Rate rate, int cost, long nowNs) {
    long named = key == FREE ? 1 : key;
    int set = (int) (named ^ (named >>> 32)) & mask;
    synchronized (locks[set]) {
      int at = place(set, named, nowNs);
      if (at < 0) {
        long owed = sharedFullAtNs[set] == NEVER ? 0 : sharedFullAtNs[set] - nowNs;
        long answer = answer(owed, rate, cost);
        if (answer >= 0) {
          sharedFullAtNs[set] = nowNs + answer == NEVER ? NEVER + 1 : nowNs + answer;
        }
        return answer;
      }
      long owed = keys[at] == named ? fullAtNs[at] - nowNs : 0;
      long answer = answer(owed, rate, cost);
      if (answer >= 0) {
        keys[at] = named;
        fullAtNs[at] = nowNs + answer;
      }
      return answer;
    }
  }

  /**
   * What is owed after taking, or minus the wait. A debt from before the rate was changed counts as
   * an empty bucket at most.
   */
  static long answer(long owedNs, Rate rate, int cost) {
    long full = rate.fullAfterNs();
    long interval = rate.intervalNs();
    long owed = Math.clamp(owedNs, 0, full);
    long after = owed + Math.min(full, cost * interval);
    return after <= full ? after : full - after;
  }

  /** The key's place, or one whose bucket is full; -1 when there is neither. */
  private int place(int set, long key, long nowNs) {
    int spare = -1;
    for (int at = set * WAYS, end = at + WAYS; at < end; at++) {
      if (keys[at] == key) {
        return at;
      }
      if (spare < 0 && (keys[at] == FREE || fullAtNs[at] - nowNs <= 0)) {
        spare = at;
      }
    }
    return spare;
  }

  /** How many keys owe something; walks through all. */
  public int owing(long nowNs) {
    int count = 0;
    for (int set = 0; set <= mask; set++) {
      synchronized (locks[set]) {
        for (int at = set * WAYS, end = at + WAYS; at < end; at++) {
          if (keys[at] != FREE && fullAtNs[at] - nowNs > 0) {
            count++;
          }
        }
      }
    }
    return count;
  }
}
