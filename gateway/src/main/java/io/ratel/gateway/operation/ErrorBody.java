package io.ratel.gateway.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The one shape of every error, over HTTP and on the stream; what does not apply is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(Fault error) {
  /**
   * @param field the request's field at fault
   * @param value what was sent, shortened
   * @param rule what would be right
   * @param rayId finds the request in the log
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(
      ErrorCode code,
      String message,
      @Nullable String field,
      @Nullable String value,
      @Nullable String rule,
      @Nullable String rayId) {}
}
