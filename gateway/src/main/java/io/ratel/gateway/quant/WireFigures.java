package io.ratel.gateway.quant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ratel.quant.function.Answered;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function gave; or, when it is not done yet, the job that it has become.
 *
 * @param figures by name; null where there is no number
 * @param inputsHash SHA-256 of exactly what it was computed from
 * @param reference who described it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WireFigures(
    @JsonAnyGetter @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> figures,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String convention,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String inputsHash,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reference,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WireJob job) {
  static WireFigures of(Answered<?> answered) {
    return new WireFigures(
        Figures.of(answered.figures()),
        answered.convention(),
        answered.inputsHash(),
        answered.reference(),
        null);
  }

  static WireFigures pending(WireJob job) {
    return new WireFigures(Map.of(), null, null, null, job);
  }
}
