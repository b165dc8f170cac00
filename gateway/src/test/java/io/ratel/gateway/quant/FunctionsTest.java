package io.ratel.gateway.quant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.quant.QuantCatalog;
import io.ratel.quant.function.QuantFunction;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {
  private static final String BLACK_SCHOLES = "/v1/quant/pricing/black-scholes";
  private static final String OPTION =
      "{\"type\":\"call\",\"strike\":65,\"spot\":60,\"rate\":0.08,\"years\":0.25,"
          + "\"volatility\":0.3}";

  /** Keeps the zeros at the end of what was printed. */
  private static final ObjectMapper EXACT =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

  private static TestVenue venue;
  private static TestClient ann;

  @BeforeAll
  static void open() {
    venue = new TestVenue();
    ann = venue.as(venue.ann);
  }

  @AfterAll
  static void close() {
    venue.close();
  }

  static Stream<QuantFunction<?, ?>> all() {
    return QuantCatalog.load().all().stream();
  }

  /** Each figure is within half a unit of the last digit that was printed. */
  @ParameterizedTest
  @MethodSource("all")
  void everyExampleIsReproducedToItsPrintedDigits(QuantFunction<?, ?> function)
      throws JsonProcessingException {
    String path = "/v1/quant/" + function.area() + "/" + function.name();
    Response answer = ann.post(path, function.example().question());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode printed = EXACT.readTree(function.example().figures());
    assertThat(printed.size()).isPositive();
    agrees(path, printed, answer.json());
    for (var component : function.answer().getRecordComponents()) {
      assertThat(answer.json().has(component.getName())).as(path + component).isTrue();
    }
    assertThat(answer.at("convention")).startsWith(function.convention());
    assertThat(answer.at("reference")).isEqualTo(function.reference());
    assertThat(answer.at("inputsHash")).matches("[0-9a-f]{64}");
  }

  private static void agrees(String at, JsonNode printed, JsonNode computed) {
    if (printed.isNumber()) {
      BigDecimal number = printed.decimalValue();
      double half = 0.5 * Math.pow(10, -number.scale());
      assertThat(computed.doubleValue())
          .as(at)
          .isCloseTo(number.doubleValue(), offset(half * 1.001));
    } else if (printed.isObject()) {
      for (Map.Entry<String, JsonNode> each : printed.properties()) {
        assertThat(computed.has(each.getKey())).as(at + "." + each.getKey()).isTrue();
        agrees(at + "." + each.getKey(), each.getValue(), computed.get(each.getKey()));
      }
    } else if (printed.isArray()) {
      assertThat(computed.size()).as(at).isEqualTo(printed.size());
      for (int i = 0; i < printed.size(); i++) {
        agrees(at + "[" + i + "]", printed.get(i), computed.get(i));
      }
    } else {
      assertThat(computed).as(at).isEqualTo(printed);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyFunctionTellsWhatItTakesAndGives(QuantFunction<?, ?> function) {
    String path = "/v1/quant/" + function.area() + "/" + function.name();
    Response answer = venue.anyone().get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("formula")).isNotBlank();
    assertThat(answer.json().at("/fields").size()).isPositive();
    assertThat(answer.json().at("/figures").size())
        .isEqualTo(function.answer().getRecordComponents().length);
    JsonNode documented = venue.anyone().get("/openapi.json").json().at("/paths").get(path);
    assertThat(documented.at("/post/summary").asText()).isEqualTo(function.title());
    assertThat(
            documented.at("/post/requestBody/content/application~1json/schema/properties").size())
        .isEqualTo(function.question().getRecordComponents().length);
  }

  @Test
  void listsAnAreaAlone() {
    Response answer = venue.anyone().get("/v1/quant?area=pricing");
    assertThat(answer.json().at("/items")).isNotEmpty();
    assertThat(answer.json().at("/items"))
        .allSatisfy(each -> assertThat(each.get("area").asText()).isEqualTo("pricing"));
  }

  @Test
  void knowsChoicesWhateverTheirCaseAndPresetsWhatIsLeftOut() {
    Response answer = ann.post(BLACK_SCHOLES, OPTION.replace("call", "CALL"));
    assertThat(Double.parseDouble(answer.at("price"))).isCloseTo(2.133368, offset(1e-6));
    String whole = OPTION.replace("}", ",\"dividendYield\":0}");
    assertThat(ann.post(BLACK_SCHOLES, whole).at("inputsHash")).isEqualTo(answer.at("inputsHash"));
    String other = OPTION.replace("}", ",\"dividendYield\":0.01}");
    assertThat(ann.post(BLACK_SCHOLES, other).at("inputsHash"))
        .isNotEqualTo(answer.at("inputsHash"));
  }

  private static void refused(String body, String field, String rule) {
    Response answer = ann.post(BLACK_SCHOLES, body);
    assertThat(answer.code()).as(body).isEqualTo("422 INVALID_INPUT");
    assertThat(answer.at("error.field")).as(body).isEqualTo(field);
    assertThat(answer.at("error.rule")).as(body).contains(rule);
  }

  @Test
  void namesFieldValueAndRuleOfWhatItCannotTake() {
    refused(OPTION.replace("65", "0"), "strike", "must be a finite number above 0");
    refused(OPTION.replace("65", "-1"), "strike", "above 0");
    refused(OPTION.replace("65", "1e999"), "strike", "must be a finite number");
    refused(OPTION.replace("65", "\"NaN\""), "strike", "must be a finite number");
    refused(OPTION.replace("65", "null"), "strike", "must be a finite number");
    refused(OPTION.replace("65", "[65]"), "strike", "must be a finite number");
    refused(OPTION.replace("\"call\"", "\"straddle\""), "type", "must be one of call, put");
    refused(OPTION.replace("\"call\"", "1"), "type", "must be a text");
    refused(OPTION.replace("\"strike\":65,", ""), "strike", "must be present");
    refused(OPTION.replace("strike", "stroke"), "stroke", "must be one of type, strike, spot");
    assertThat(ann.post(BLACK_SCHOLES, OPTION.replace("}", ",\"strike\":1}")).code())
        .isEqualTo("400 MALFORMED_JSON");
    assertThat(ann.post(BLACK_SCHOLES, "[]").code()).isEqualTo("400 MALFORMED_JSON");
    assertThat(ann.post(BLACK_SCHOLES, OPTION + "1").code()).isEqualTo("400 MALFORMED_JSON");
    assertThat(ann.post("/v1/quant/pricing/alchemy", OPTION).code())
        .isEqualTo("404 UNKNOWN_FUNCTION");
    assertThat(venue.anyone().post(BLACK_SCHOLES, OPTION).code()).isEqualTo("401 UNAUTHENTICATED");
  }

  @Test
  void answersABatchItemByItem() {
    String bad = OPTION.replace("65", "0");
    Response answer =
        ann.post(
            BLACK_SCHOLES + "/batch", "{\"items\":[" + OPTION + "," + bad + "," + OPTION + "]}");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode items = answer.json().get("items");
    assertThat(items).hasSize(3);
    assertThat(items.get(0)).isEqualTo(items.get(2));
    assertThat(items.get(0).get("price").asDouble()).isCloseTo(2.133368, offset(1e-6));
    assertThat(items.get(0).get("inputsHash").asText()).hasSize(64);
    assertThat(items.get(1).at("/error/field").asText()).isEqualTo("strike");
  }

  @Test
  void refusesABatchOfAnotherForm() {
    String many =
        IntStream.range(0, 10_001).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));
    for (String items : new String[] {"[]", "{}", "null", many}) {
      Response answer = ann.post(BLACK_SCHOLES + "/batch", "{\"items\":" + items + "}");
      assertThat(answer.code()).isEqualTo("422 INVALID_INPUT");
      assertThat(answer.at("error.rule")).isEqualTo("must be a list of 1 to 10000 objects");
    }
  }
}
