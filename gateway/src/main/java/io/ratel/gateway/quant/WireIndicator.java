package io.ratel.gateway.quant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a market's bars.
 *
 * @param times starts of the bars; the last may still be forming
 * @param values the main output; null where there is no number
 * @param others further outputs by name
 * @param earlier bars before the first that it was warmed up with
 * @param inputsHash SHA-256 of exactly what it was computed from
 */
public record WireIndicator(
    String symbol,
    String interval,
    String name,
    List<Instant> times,
    Numbers values,
    @JsonAnyGetter Map<String, @Nullable Object> others,
    int earlier,
    String convention,
    String inputsHash,
    String reference) {}
