package io.ratel.adapters.postgres.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.margin.MarginSchedule.Bracket;
import io.ratel.model.money.Asset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;

/** The lists in a market's terms as JSON, whose numbers PostgreSQL keeps exactly, and back. */
public final class TermsJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private TermsJson() {}

  public static JSONB feeTiers(MarketTerms terms) {
    ArrayNode tiers = MAPPER.createArrayNode();
    for (FeeTier tier : terms.feeTiers()) {
      tiers
          .addObject()
          .put("maker", Decimals.fraction(tier.makerPpm()))
          .put("taker", Decimals.fraction(tier.takerPpm()));
    }
    return JSONB.valueOf(tiers.toString());
  }

  /** {@code upTo} is left out of the last bracket. */
  public static JSONB margins(MarketTerms terms, Asset quote) {
    ArrayNode brackets = MAPPER.createArrayNode();
    for (Bracket bracket : terms.margins().brackets()) {
      ObjectNode node = brackets.addObject();
      if (bracket.upToNotional() != MarginSchedule.UNBOUNDED) {
        node.put("upTo", Decimals.amount(quote, bracket.upToNotional()));
      }
      node.put("initial", Decimals.fraction(bracket.initialPpm()))
          .put("maintenance", Decimals.fraction(bracket.maintenancePpm()));
    }
    return JSONB.valueOf(brackets.toString());
  }

  public static List<FeeTier> feeTiers(String json) {
    List<FeeTier> tiers = new ArrayList<>();
    for (JsonNode tier : read(json)) {
      tiers.add(new FeeTier(ppm(tier, "maker"), ppm(tier, "taker")));
    }
    return tiers;
  }

  public static MarginSchedule margins(String json, Asset quote) {
    List<Bracket> brackets = new ArrayList<>();
    for (JsonNode bracket : read(json)) {
      long upTo =
          bracket.has("upTo")
              ? Decimals.minorUnits(quote, bracket.get("upTo").decimalValue())
              : MarginSchedule.UNBOUNDED;
      brackets.add(new Bracket(upTo, ppm(bracket, "initial"), ppm(bracket, "maintenance")));
    }
    return new MarginSchedule(brackets);
  }

  private static int ppm(JsonNode node, String name) {
    BigDecimal fraction = node.path(name).decimalValue();
    return Decimals.ppm(fraction);
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the projection has terms that are no JSON: " + json, e);
    }
  }
}
