package io.ratel.gateway.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source of market data and how it is doing.
 *
 * @param kind what it speaks ({@code binance}, …), {@code replay} or {@code exchange}
 * @param state {@code connecting}, {@code running}, {@code reconnecting}, {@code finished}, …
 * @param frames how many were taken
 * @param rejected how many could not be
 * @param errors rejected frames and failures of the connection and of requests
 * @param quality from 0 to 100: how far it is to be trusted now
 * @param lagMs how far it is behind its venue's clock, or a recording behind its pace
 * @param lastFrameAt null before the first
 * @param preferredFor the pairs whose prices are to be taken from here
 * @param detail a sentence for people, the last error in it; empty when there is nothing to say
 */
public record FeedStatus(
    String name,
    String venue,
    String kind,
    String state,
    long frames,
    long rejected,
    long errors,
    int quality,
    long lagMs,
    @Nullable Instant lastFrameAt,
    List<String> preferredFor,
    String detail) {
  public FeedStatus {
    preferredFor = List.copyOf(preferredFor);
  }

  /** A source of our own, which loses nothing. */
  public static FeedStatus exchange(long events, Instant now) {
    return new FeedStatus(
        "exchange", "RATEL", "exchange", "running", events, 0, 0, 100, 0, now, List.of(), "");
  }
}
