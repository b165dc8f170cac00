package io.ratel.gateway.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source of market data and how it is doing.
 *
 * @param kind {@code live}, {@code replay} or {@code exchange}
 * @param state {@code running}, {@code finished}, {@code failed}, …
 * @param frames how many were taken
 * @param rejected how many could not be
 * @param lastFrameAt null before the first
 * @param detail a sentence for people, empty when there is nothing to say
 */
public record FeedStatus(
    String name,
    String venue,
    String kind,
    String state,
    long frames,
    long rejected,
    @Nullable Instant lastFrameAt,
    String detail) {}
