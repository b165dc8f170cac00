package io.ratel.gateway.quant;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.ratel.marketdata.indicator.IndicatorSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a function gave.
 *
 * @param values the main output; null where there is no number
 * @param others further outputs by name
 * @param inputsHash SHA-256 of exactly what it was computed from
 */
public record WireComputed(
    Numbers values,
    @JsonAnyGetter Map<String, Numbers> others,
    String convention,
    String inputsHash,
    String reference) {
  static WireComputed of(IndicatorSpec spec, double[][] columns, String inputsHash) {
    return new WireComputed(
        new Numbers(columns[0]),
        others(spec.outputs(), columns),
        spec.convention(),
        inputsHash,
        spec.reference());
  }

  static Map<String, Numbers> others(List<String> outputs, double[][] columns) {
    Map<String, Numbers> others = new LinkedHashMap<>();
    for (int i = 1; i < columns.length; i++) {
      others.put(outputs.get(i), new Numbers(columns[i]));
    }
    return others;
  }
}
