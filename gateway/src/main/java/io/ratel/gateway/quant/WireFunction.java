package io.ratel.gateway.quant;

import io.ratel.gateway.operation.Labels;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorSpec;
import io.ratel.marketdata.indicator.Parameter;
import java.util.List;
import java.util.Map;

/**
 * A function that can be asked for at {@code POST /v1/quant/{area}/{name}}.
 *
 * @param outputs the main one first
 * @param warmUp rows before the main output has a number, with all parameters preset
 */
public record WireFunction(
    String area,
    String name,
    String title,
    Input input,
    Pane pane,
    List<WireParameter> parameters,
    List<String> outputs,
    int warmUp,
    String convention,
    String reference) {
  /** What it takes a list of. */
  public enum Input implements Labels.Named {
    VALUES("values"),
    BARS("bars");

    private final String label;

    Input(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Where a chart draws it. */
  public enum Pane implements Labels.Named {
    OVERLAY("overlay"),
    OWN("own");

    private final String label;

    Pane(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** A number that it is given; {@code preset} when it is not. */
  public record WireParameter(
      String name, String title, boolean whole, double preset, double min, double max) {
    static WireParameter of(Parameter parameter) {
      return new WireParameter(
          parameter.name(),
          parameter.title(),
          parameter.whole(),
          parameter.preset(),
          parameter.min(),
          parameter.max());
    }
  }

  static WireFunction of(Indicator indicator) {
    IndicatorSpec spec = indicator.spec();
    return new WireFunction(
        "indicators",
        spec.name(),
        spec.title(),
        Input.valueOf(spec.input().name()),
        Pane.valueOf(spec.pane().name()),
        spec.parameters().stream().map(WireParameter::of).toList(),
        spec.outputs(),
        indicator.warmUp(Arguments.of(spec, Map.of())),
        spec.convention(),
        spec.reference());
  }
}
