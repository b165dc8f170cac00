package io.ratel.gateway.quant;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.IndicatorSpec;
import io.ratel.marketdata.indicator.IndicatorSpec.Input;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.marketdata.indicator.Series;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The indicators among the functions. Safe for any thread. */
final class Indicators {
  private static final int HASHED_AT_ONCE = 512;

  private final IndicatorCatalog catalog;

  Indicators(IndicatorCatalog catalog) {
    this.catalog = catalog;
  }

  List<Indicator> all() {
    return catalog.all();
  }

  /**
   * @throws RefusedException 404
   */
  Indicator find(String name) {
    return catalog
        .find(name)
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_FUNCTION, "name", name, "must be one listed at /v1/quant"));
  }

  /**
   * Computes what a body asks for.
   *
   * @param body as sent to {@code POST /v1/quant/indicators/{name}}
   * @throws RefusedException when it cannot be
   */
  WireFigures compute(String name, byte[] body) {
    Indicator indicator = find(name);
    IndicatorSpec spec = indicator.spec();
    IndicatorBody asked = IndicatorBody.read(body);
    Arguments arguments = arguments(indicator, asked.numbers());
    if (asked.values().isPresent() && asked.bars().isPresent()) {
      throw RefusedException.field(
          ErrorCode.INVALID_INPUT, "values", "must not come together with bars");
    }
    if (spec.input() == Input.BARS && asked.bars().isEmpty()) {
      throw RefusedException.field(
          ErrorCode.INVALID_INPUT, "bars", "must be present: " + name + " is made of bars");
    }
    Series series =
        asked
            .values()
            .or(asked::bars)
            .orElseThrow(
                () ->
                    RefusedException.field(
                        ErrorCode.INVALID_INPUT, "values", "must be present, or bars"));
    double[][] columns = compute(indicator, arguments, series);
    return new WireFigures(
        outputs(spec.outputs(), columns),
        spec.convention(),
        hash(indicator, arguments, series),
        spec.reference(),
        null);
  }

  static Arguments arguments(Indicator indicator, Map<String, Double> given) {
    try {
      return Arguments.of(indicator.spec(), given);
    } catch (InvalidArgumentException e) {
      throw refused(e);
    }
  }

  static double[][] compute(Indicator indicator, Arguments arguments, Series series) {
    try {
      return indicator.compute(arguments, series);
    } catch (InvalidArgumentException e) {
      throw refused(e);
    }
  }

  /** The columns by their names; null where there is no number. */
  static Map<String, @Nullable Object> outputs(List<String> names, double[][] columns) {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      outputs.put(names.get(i), new Numbers(columns[i]));
    }
    return outputs;
  }

  private static RefusedException refused(InvalidArgumentException e) {
    return RefusedException.value(ErrorCode.INVALID_INPUT, e.field(), e.value(), e.rule());
  }

  /** Of name, arguments by name, and each row's six numbers, big-endian. */
  static String hash(Indicator indicator, Arguments arguments, Series series) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    String head = indicator.spec().name() + new TreeMap<>(arguments.all());
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    ByteBuffer buffer = ByteBuffer.allocate(HASHED_AT_ONCE * 6 * Double.BYTES);
    for (int i = 0; i < series.size(); i++) {
      buffer.putDouble(series.open(i)).putDouble(series.high(i)).putDouble(series.low(i));
      buffer.putDouble(series.close(i)).putDouble(series.volume(i)).putLong(series.timeNs(i));
      if (!buffer.hasRemaining()) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    digest.update(buffer.flip());
    return HexFormat.of().formatHex(digest.digest());
  }
}
