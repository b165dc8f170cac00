package io.ratel.gateway.rest;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.Command.CalendarChange;
import io.ratel.exchange.instrument.CorporateAction;
import io.ratel.exchange.instrument.FeeTier;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.margin.MarginSchedule;
import io.ratel.exchange.margin.MarginSchedule.Bracket;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.request.Amounts;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.Times;
import io.ratel.model.instrument.CorporateActionKind;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.money.Asset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an operator sends about a market, as the exchange takes it. */
final class MarketRequests {
  private static final long NS_PER_MS = 1_000_000;
  private static final int MINUTES_PER_WEEK = 10_080;

  private MarketRequests() {}

  record Tier(
      @Field("A fraction of the value; negative is a rebate.") Decimal maker,
      @Field("A fraction of the value.") Decimal taker) {}

  record Margin(
      @Field("Where the slice of the notional ends; never, of the last one.")
          Optional<Decimal> upTo,
      @Field("To open, a fraction of the notional.") Decimal initial,
      @Field("To keep, a fraction of the notional.") Decimal maintenance) {}

  record Terms(
      String symbol,
      @Field("What accounts of tier 0, 1, … pay; 1 to 8.") List<Tier> feeTiers,
      @Field("Bought in full when left out.") Optional<List<Margin>> margins,
      @Field("How far from the reference a limit price may lie, a fraction; anywhere when out.")
          Optional<Decimal> band,
      @Field("Half of the spread at which the house deals; orders meet in a book when left out.")
          Optional<Decimal> dealerSpread,
      @Field("A mark older than this liquidates and deals nothing.") Optional<Long> markMaxAgeMs,
      @Field("When it is settled at its mark.") Optional<Instant> expiresAt,
      @Field("What longs pay for a year, a fraction of the notional.")
          Optional<Decimal> financingLong,
      @Field("What shorts pay; negative when they receive.") Optional<Decimal> financingShort) {
    MarketTerms of(Asset quote) {
      try {
        return new MarketTerms(
            feeTiers.stream().map(MarketRequests::tier).toList(),
            new MarginSchedule(
                margins.orElse(List.of()).stream().map(m -> bracket(m, quote)).toList()),
            ppm("band", band, 0),
            ppm("dealerSpread", dealerSpread, MarketTerms.BOOK),
            Math.multiplyExact(markMaxAgeMs.orElse(0L), NS_PER_MS),
            expiresAt.map(Times::nanos).orElse(0L),
            ppm("financingLong", financingLong, 0),
            ppm("financingShort", financingShort, 0));
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw RefusedException.told(
            ErrorCode.INVALID_TERMS,
            String.valueOf(e.getMessage()),
            "symbol",
            symbol,
            String.valueOf(e.getMessage()));
      }
    }
  }

  private static FeeTier tier(Tier tier) {
    return new FeeTier(
        Amounts.ppm(ErrorCode.INVALID_TERMS, "feeTiers.maker", tier.maker()),
        Amounts.ppm(ErrorCode.INVALID_TERMS, "feeTiers.taker", tier.taker()));
  }

  private static Bracket bracket(Margin margin, Asset quote) {
    return new Bracket(
        margin
            .upTo()
            .map(value -> Amounts.amount(ErrorCode.INVALID_TERMS, "margins.upTo", quote, value))
            .orElse(MarginSchedule.UNBOUNDED),
        Amounts.ppm(ErrorCode.INVALID_TERMS, "margins.initial", margin.initial()),
        Amounts.ppm(ErrorCode.INVALID_TERMS, "margins.maintenance", margin.maintenance()));
  }

  private static int ppm(String field, Optional<Decimal> fraction, int none) {
    return fraction.map(value -> Amounts.ppm(ErrorCode.INVALID_TERMS, field, value)).orElse(none);
  }

  record State(String symbol, TradingState state) {}

  record Change(
      @Field(value = "Monday 00:00 UTC is 0.", max = MINUTES_PER_WEEK - 1) Integer minuteOfWeek,
      TradingState state) {}

  record Calendar(
      String symbol,
      @Field("Of every week, by rising minute, at most 32; none for no calendar.")
          List<Change> changes,
      @Field(
              value = "Whole UTC days without trading, at most 64.",
              pattern = "\\d{4}-\\d{2}-\\d{2}",
              rule = "must be a date such as 2026-12-25")
          Optional<List<String>> closedDays) {
    private static final int MAX_CHANGES = 32;

    Command.SetCalendar of(int instrumentId) {
      if (changes.size() > MAX_CHANGES) {
        throw RefusedException.value(
            ErrorCode.INVALID_TERMS,
            "changes",
            Integer.toString(changes.size()),
            "must be at most " + MAX_CHANGES);
      }
      List<Integer> days = new ArrayList<>();
      for (String day : closedDays.orElse(List.of())) {
        days.add(day(day));
      }
      return new Command.SetCalendar(
          instrumentId,
          changes.stream().map(c -> new CalendarChange(c.minuteOfWeek(), c.state())).toList(),
          days.stream().sorted().distinct().toList());
    }

    private static int day(String text) {
      try {
        return Math.toIntExact(LocalDate.parse(text).toEpochDay());
      } catch (DateTimeParseException e) {
        throw RefusedException.value(
            ErrorCode.INVALID_FIELD, "closedDays", text, "must be a date that exists");
      }
    }
  }

  record Mark(
      String symbol,
      @Field("A multiple of the instrument's tickSize.") Decimal last,
      @Field("Since the mark before; last when left out.") Optional<Decimal> low,
      @Field("Since the mark before; last when left out.") Optional<Decimal> high,
      @Field("Of the source: the last tick that is in; the time in microseconds when left out.")
          Optional<Long> sequence,
      @Field("Of the last tick; now when left out.") Optional<Instant> time) {}

  record Funding(
      String symbol,
      @Field("What longs pay to shorts, a fraction of the notional; negative the other way.")
          Decimal rate) {}

  record Settlement(String symbol, @Field("The mark when left out.") Optional<Decimal> price) {}

  record Action(
      String symbol,
      CorporateActionKind kind,
      @Field("New shares, or shares of the other instrument.") Optional<Long> numerator,
      @Field("For so many old ones.") Optional<Long> denominator,
      @Field(
              "For each lot: the dividend, to a millionth of a minor unit; what is paid for the"
                  + " rest of a lot after a split or spin-off;"
                  + " what a new lot costs who has rights.")
          Optional<Decimal> amount,
      @Field("Of a spin-off or of rights.") Optional<String> otherSymbol,
      @Field("Of the cost that goes to the other instrument, a fraction.")
          Optional<Decimal> costShare,
      @Field("The new name.") Optional<String> newSymbol) {
    CorporateAction of(Instrument instrument, Catalog catalog) {
      Amounts.Rate perLot =
          amount
              .map(
                  value ->
                      Amounts.rate(
                          ErrorCode.INVALID_AMOUNT,
                          "amount",
                          instrument.quote(),
                          value,
                          kind == CorporateActionKind.DIVIDEND ? 6 : 0))
              .orElse(new Amounts.Rate(0, 1));
      long above = numerator.orElse(1L);
      long below = denominator.orElse(1L);
      return switch (kind) {
        case SPLIT -> CorporateAction.split(above, below, perLot.amount());
        case DIVIDEND -> CorporateAction.dividend(perLot.amount(), perLot.per());
        case SPIN_OFF ->
            CorporateAction.spinOff(
                other(catalog), above, below, ppm("costShare", costShare, 0), perLot.amount());
        case RIGHTS -> CorporateAction.rights(other(catalog), above, below, perLot.amount());
        case SYMBOL_CHANGE -> CorporateAction.symbolChange(name());
      };
    }

    private int other(Catalog catalog) {
      return Symbols.own(
              catalog,
              otherSymbol.orElseThrow(
                  () ->
                      RefusedException.field(
                          ErrorCode.MISSING_FIELD,
                          "otherSymbol",
                          "must be present with " + kind.label())))
          .id();
    }

    private String name() {
      String name =
          newSymbol.orElseThrow(
              () ->
                  RefusedException.field(
                      ErrorCode.MISSING_FIELD, "newSymbol", "must be present with symbolChange"));
      return Symbols.parse(name)
          .filter(symbol -> symbol.venue().isEmpty())
          .map(Symbol::text)
          .orElseThrow(
              () ->
                  RefusedException.value(
                      ErrorCode.INVALID_FIELD, "newSymbol", name, "must be a symbol of our own"));
    }
  }
}
