package io.ratel.marketdata;

/**
 * What markets have been through since the start.
 *
 * @param duplicates trades and changes that came twice
 * @param gaps how often changes of a book were missing
 * @param crossed how often a book crossed and was given up
 * @param late trades after the watermark, left to the store
 * @param overflowed trades refused by a bar whose sums they would overflow
 */
public record MarketCounts(long duplicates, long gaps, long crossed, long late, long overflowed) {
  MarketCounts plus(MarketCounts other) {
    return new MarketCounts(
        duplicates + other.duplicates,
        gaps + other.gaps,
        crossed + other.crossed,
        late + other.late,
        overflowed + other.overflowed);
  }
}
