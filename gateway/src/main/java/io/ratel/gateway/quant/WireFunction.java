package io.ratel.gateway.quant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.Labels;
import io.ratel.marketdata.indicator.Arguments;
import io.ratel.marketdata.indicator.Indicator;
import io.ratel.marketdata.indicator.IndicatorSpec;
import io.ratel.marketdata.indicator.Parameter;
import io.ratel.quant.function.Choice;
import io.ratel.quant.function.Fields;
import io.ratel.quant.function.QuantFunction;
import io.ratel.quant.function.Result;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function that can be asked for at {@code POST /v1/quant/{area}/{name}}.
 *
 * @param input of an indicator: what it takes a list of
 * @param pane of an indicator: where a chart draws it
 * @param parameters of an indicator: the numbers that it is given
 * @param outputs the main one first
 * @param warmUp of an indicator: rows before the main output has a number, with all parameters
 *     preset
 * @param formula in one line
 * @param fields what a body has
 * @param figures what an answer has
 * @param example a published case
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WireFunction(
    String area,
    String name,
    String title,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Input input,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pane pane,
    List<WireParameter> parameters,
    List<String> outputs,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer warmUp,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String formula,
    String convention,
    String reference,
    List<WireField> fields,
    List<WireFigure> figures,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WireExample example) {
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

  /**
   * A field of a body.
   *
   * @param type number, integer, boolean, text, date, choice, list, matrix, object or list of such
   * @param rule of each number
   * @param choices where it is a choice
   * @param fields where it is an object, or a list of them
   */
  public record WireField(
      String name,
      String type,
      String meaning,
      String unit,
      boolean required,
      String preset,
      String rule,
      List<String> choices,
      List<WireField> fields) {
    static List<WireField> of(Class<?> question) {
      return Fields.of(question).entries().stream().map(WireField::of).toList();
    }

    private static WireField of(Fields.Entry entry) {
      Class<?> type = entry.type();
      String name = typeName(type);
      return new WireField(
          entry.name(),
          entry.list() ? "list of " + name : name,
          entry.rules().value(),
          entry.rules().unit(),
          !entry.mayBeLeftOut(),
          entry.rules().preset(),
          numeric(type) ? Fields.rule(entry.rules()) : "",
          type.isEnum() ? Choice.labels(type) : List.of(),
          type.isRecord() ? of(type) : List.of());
    }
  }

  private static boolean numeric(Class<?> type) {
    return List.of("number", "integer", "list", "matrix").contains(typeName(type));
  }

  private static String typeName(Class<?> type) {
    if (type.isRecord()) {
      return "object";
    } else if (type.isEnum()) {
      return "choice";
    }
    return switch (type.getSimpleName()) {
      case "double", "Double" -> "number";
      case "int", "Integer" -> "integer";
      case "boolean", "Boolean" -> "boolean";
      case "double[]" -> "list";
      case "double[][]" -> "matrix";
      case "LocalDate" -> "date";
      default -> "text";
    };
  }

  /** A figure of an answer. */
  public record WireFigure(String name, String meaning, String unit) {}

  /**
   * A case that somebody else has computed.
   *
   * @param source who, and where
   * @param figures those that were printed
   */
  public record WireExample(String source, JsonNode question, JsonNode figures) {
    static WireExample of(QuantFunction.Example example) {
      return new WireExample(
          example.source(), Json.read(example.question()), Json.read(example.figures()));
    }
  }

  static WireFunction of(QuantFunction<?, ?> function) {
    List<WireFigure> figures = new ArrayList<>();
    for (RecordComponent component : function.answer().getRecordComponents()) {
      Result result = Objects.requireNonNull(component.getAnnotation(Result.class));
      figures.add(new WireFigure(component.getName(), result.value(), result.unit()));
    }
    return new WireFunction(
        function.area(),
        function.name(),
        function.title(),
        null,
        null,
        List.of(),
        figures.stream().map(WireFigure::name).toList(),
        null,
        function.formula(),
        function.convention(),
        function.reference(),
        WireField.of(function.question()),
        figures,
        WireExample.of(function.example()));
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
        null,
        spec.convention(),
        spec.reference(),
        List.of(),
        List.of(),
        null);
  }
}
