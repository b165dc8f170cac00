package io.ratel.marketdata.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;

/** JSON of a frame, with bounds on everything and with numbers as the digits that were sent. */
public final class FrameJson {
  private static final int MAX_DIGITS = 64;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(MAX_DIGITS)
                          .maxNameLength(256)
                          .maxStringLength(16_384)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private FrameJson() {}

  public static JsonNode parse(String text) throws RejectedFrameException {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new RejectedFrameException(FrameFault.NOT_JSON, e.getOriginalMessage());
    }
    if (node.isMissingNode()) {
      throw new RejectedFrameException(FrameFault.NOT_JSON, "the frame is empty");
    }
    return node;
  }

  /** The field's value, of any kind but null. */
  public static JsonNode field(JsonNode object, String name) throws RejectedFrameException {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw new RejectedFrameException(FrameFault.MISSING_FIELD, name + " is missing");
    }
    return value;
  }

  public static String text(JsonNode object, String name) throws RejectedFrameException {
    JsonNode value = field(object, name);
    if (!value.isTextual()) {
      throw new RejectedFrameException(FrameFault.BAD_FIELD, name + " must be text, was " + value);
    }
    return value.textValue();
  }

  /** A whole number that is not negative. */
  public static long count(JsonNode object, String name) throws RejectedFrameException {
    JsonNode value = field(object, name);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, name + " must be a whole number from 0, was " + value);
    }
    return value.longValue();
  }

  public static JsonNode array(JsonNode object, String name) throws RejectedFrameException {
    JsonNode value = field(object, name);
    if (!value.isArray()) {
      throw new RejectedFrameException(FrameFault.BAD_FIELD, name + " must be an array");
    }
    return value;
  }

  public static String decimal(JsonNode object, String name) throws RejectedFrameException {
    return decimal(field(object, name));
  }

  /** A decimal sent as text or as a number, as its digits; their meaning is checked elsewhere. */
  public static String decimal(JsonNode value) throws RejectedFrameException {
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isIntegralNumber()) {
      return value.asText();
    }
    if (value.isBigDecimal()) {
      BigDecimal number = value.decimalValue();
      if (Math.abs((long) number.scale()) <= MAX_DIGITS) {
        return number.toPlainString();
      }
    }
    throw new RejectedFrameException(FrameFault.BAD_NUMBER, "must be a decimal, was " + value);
  }

  /** A number as its digits, without an exponent; text is refused. */
  public static String plain(JsonNode value) throws RejectedFrameException {
    if (value.isNumber()) {
      return decimal(value);
    }
    throw new RejectedFrameException(FrameFault.BAD_NUMBER, "must be a number, was " + value);
  }

  /** A decimal as a number for statistics, where its last digits may be lost. */
  public static double number(String decimal) throws RejectedFrameException {
    try {
      double value = Double.parseDouble(decimal);
      if (Double.isFinite(value) && decimal.length() <= MAX_DIGITS) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new RejectedFrameException(
        FrameFault.BAD_NUMBER, "must be a finite decimal, was '" + decimal + "'");
  }
}
