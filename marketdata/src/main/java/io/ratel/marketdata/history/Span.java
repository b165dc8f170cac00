package io.ratel.marketdata.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Time from {@code fromNs}, up to and without {@code toNs}; nanoseconds since 1970 UTC, where
 * {@link Long#MAX_VALUE} has no end.
 */
public record Span(long fromNs, long toNs) {
  /** All of time. */
  public static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  public Span {
    if (fromNs > toNs) {
      throw new IllegalArgumentException(
          "a span must not end before it begins, was " + fromNs + " to " + toNs);
    }
  }

  public boolean isEmpty() {
    return fromNs == toNs;
  }

  /** What of this none of the others has, oldest first. */
  public List<Span> minus(List<Span> others) {
    List<Span> left = new ArrayList<>();
    long at = fromNs;
    for (Span other : merged(others)) {
      if (other.toNs <= at) {
        continue;
      }
      if (other.fromNs >= toNs) {
        break;
      }
      if (other.fromNs > at) {
        left.add(new Span(at, other.fromNs));
      }
      at = other.toNs;
    }
    if (at < toNs) {
      left.add(new Span(at, toNs));
    }
    return left;
  }

  /** The same time in as few spans as possible, oldest first; those that touch become one. */
  public static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingLong(Span::fromNs)).toList()) {
      if (span.isEmpty()) {
        continue;
      }
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && span.fromNs <= last.toNs) {
        merged.set(merged.size() - 1, new Span(last.fromNs, Math.max(last.toNs, span.toNs)));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
