package io.ratel.exchange.codec;

import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.margin.MarginSchedule.Bracket;
import io.ratel.exchange.wire.CorporateActionBlockDecoder;
import io.ratel.exchange.wire.CorporateActionBlockEncoder;
import io.ratel.exchange.wire.MarketTermsBlockDecoder;
import io.ratel.exchange.wire.MarketTermsBlockEncoder;
import io.ratel.model.instrument.CorporateActionKind;
import java.util.ArrayList;
import java.util.List;

/** What the operator of a market sets, and what companies do to their shares. */
public final class MarketBlocks {
  private static final CorporateActionKind[] KINDS = CorporateActionKind.values();

  private MarketBlocks() {}

  public static void encode(MarketTerms terms, MarketTermsBlockEncoder into) {
    into.expiry(terms.expiryNs())
        .markMaxAge(terms.markMaxAgeNs())
        .bandPpm(terms.bandPpm())
        .dealerSpreadPpm(terms.dealerSpreadPpm())
        .financingLongPpm(terms.financingLongPpm())
        .financingShortPpm(terms.financingShortPpm())
        .feeTiers((short) terms.feeTiers().size())
        .marginBrackets((short) terms.margins().brackets().size());
    for (int i = 0; i < MarketTerms.MAX_TIERS; i++) {
      boolean tier = i < terms.feeTiers().size();
      into.makerFeePpm(i, tier ? terms.feeTiers().get(i).makerPpm() : 0);
      into.takerFeePpm(i, tier ? terms.feeTiers().get(i).takerPpm() : 0);
      boolean bracket = i < terms.margins().brackets().size();
      into.marginUpTo(i, bracket ? terms.margins().brackets().get(i).upToNotional() : 0);
      into.initialPpm(i, bracket ? terms.margins().brackets().get(i).initialPpm() : 0);
      into.maintenancePpm(i, bracket ? terms.margins().brackets().get(i).maintenancePpm() : 0);
    }
  }

  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public static MarketTerms decode(MarketTermsBlockDecoder from) {
    if (from.feeTiers() > MarketTerms.MAX_TIERS || from.marginBrackets() > MarketTerms.MAX_TIERS) {
      throw new IllegalArgumentException("there are at most 8 tiers and brackets");
    }
    List<FeeTier> tiers = new ArrayList<>();
    for (int i = 0; i < from.feeTiers(); i++) {
      tiers.add(new FeeTier(from.makerFeePpm(i), from.takerFeePpm(i)));
    }
    List<Bracket> margins = new ArrayList<>();
    for (int i = 0; i < from.marginBrackets(); i++) {
      margins.add(new Bracket(from.marginUpTo(i), from.initialPpm(i), from.maintenancePpm(i)));
    }
    return new MarketTerms(
        tiers,
        margins.isEmpty() ? MarginSchedule.NONE : new MarginSchedule(margins),
        from.bandPpm(),
        from.dealerSpreadPpm(),
        from.markMaxAge(),
        from.expiry(),
        from.financingLongPpm(),
        from.financingShortPpm());
  }

  public static void encode(CorporateAction action, CorporateActionBlockEncoder into) {
    into.numerator(action.numerator())
        .denominator(action.denominator())
        .amount(action.amount())
        .otherInstrumentId(action.otherInstrumentId())
        .costPpm(action.costPpm())
        .kind((short) action.kind().ordinal())
        .symbol(action.symbol());
  }

  /**
   * @throws IndexOutOfBoundsException when the kind is unknown
   */
  public static CorporateAction decode(CorporateActionBlockDecoder from) {
    return new CorporateAction(
        KINDS[from.kind()],
        from.numerator(),
        from.denominator(),
        from.amount(),
        from.otherInstrumentId(),
        from.costPpm(),
        from.symbol());
  }
}
