package io.ratel.gateway.quant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ratel.gateway.operation.ErrorBody;
import io.ratel.gateway.operation.Labels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A computation that takes long.
 *
 * @param progress from 0 to 1
 * @param result once it is done
 * @param error why it failed
 */
public record WireJob(
    String id,
    String area,
    String name,
    State state,
    double progress,
    Instant createdAt,
    @Nullable Instant endedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WireFigures result,
    @JsonInclude(JsonInclude.Include.NON_NULL) ErrorBody.@Nullable Fault error) {
  /** What has become of it. */
  public enum State implements Labels.Named {
    WAITING("waiting"),
    RUNNING("running"),
    DONE("done"),
    FAILED("failed"),
    CANCELED("canceled");

    private final String label;

    State(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** The same without its result, as lists show it. */
  WireJob brief() {
    return new WireJob(id, area, name, state, progress, createdAt, endedAt, null, error);
  }
}
