package io.ratel.quant.function;

import io.ratel.marketdata.indicator.InvalidArgumentException;
import java.util.function.Function;

/**
 * A function that a client may call by area and name. Stateless, safe for any thread.
 *
 * @param area the first part of its name, such as {@code pricing}
 * @param name in small letters and hyphens
 * @param title for people
 * @param question the record of its inputs; each component has an {@link Argument}
 * @param answer the record of its figures; each component has a {@link Result}
 * @param formula in one line, with the names of the inputs; for people
 * @param convention population or sample, day count, units: what others do otherwise
 * @param chosen the convention for given inputs, where they choose it
 * @param reference author, year and page, or the article
 * @param example a published case
 */
public record QuantFunction<Q extends Record, R extends Record>(
    String area,
    String name,
    String title,
    Class<Q> question,
    Class<R> answer,
    String formula,
    String convention,
    Function<Q, String> chosen,
    String reference,
    Example example,
    Body<Q, R> body) {
  /**
   * What it computes.
   *
   * @param <Q> its inputs, within the bounds that they declare
   */
  @FunctionalInterface
  public interface Body<Q, R> {
    /**
     * @throws InvalidArgumentException when inputs do not go together
     */
    R compute(Q question, Progress progress);
  }

  /**
   * A case that somebody else has computed.
   *
   * @param source who printed it, and where
   * @param question JSON, as a client sends it
   * @param figures JSON of the figures that are printed, with as many digits as they are
   */
  public record Example(String source, String question, String figures) {}

  public QuantFunction {
    for (String word : new String[] {area, name}) {
      if (!word.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || word.length() > 40) {
        throw new IllegalArgumentException(
            "a function's name is of small letters, digits and hyphens, was " + word);
      }
    }
    Fields.of(question);
  }

  /** A declaration that is not complete yet. */
  public static final class Draft<Q extends Record, R extends Record> {
    private final String area;
    private final String name;
    private final String title;
    private final Class<Q> question;
    private final Class<R> answer;
    private String formula = "";
    private String convention = "";
    private Function<Q, String> chosen = given -> "";
    private String reference = "";
    private Example example = new Example("", "", "");

    private Draft(String area, String name, String title, Class<Q> question, Class<R> answer) {
      this.area = area;
      this.name = name;
      this.title = title;
      this.question = question;
      this.answer = answer;
    }

    public Draft<Q, R> formula(String text) {
      this.formula = text;
      return this;
    }

    public Draft<Q, R> convention(String text) {
      this.convention = text;
      return this;
    }

    /** What is added to the convention for given inputs, such as the method they name. */
    public Draft<Q, R> chosen(Function<Q, String> text) {
      this.chosen = text;
      return this;
    }

    public Draft<Q, R> reference(String text) {
      this.reference = text;
      return this;
    }

    /** See {@link Example}. */
    public Draft<Q, R> example(String source, String given, String figures) {
      this.example = new Example(source, given, figures);
      return this;
    }

    /** Completes it. */
    public QuantFunction<Q, R> computes(Function<Q, R> body) {
      return computes((given, progress) -> body.apply(given));
    }

    /** Completes one that takes long. */
    public QuantFunction<Q, R> computes(Body<Q, R> body) {
      if (convention.isEmpty() || reference.isEmpty() || example.source().isEmpty()) {
        throw new IllegalArgumentException(
            area + "/" + name + " needs a convention, a reference and an example");
      }
      return new QuantFunction<>(
          area,
          name,
          title,
          question,
          answer,
          formula,
          convention,
          chosen,
          reference,
          example,
          body);
    }
  }

  public static <Q extends Record, R extends Record> Draft<Q, R> of(
      String area, String name, String title, Class<Q> question, Class<R> answer) {
    return new Draft<>(area, name, title, question, answer);
  }

  /**
   * The figures, and what they need to be believed.
   *
   * @throws InvalidArgumentException naming the input, its value and the rule it breaks
   * @throws Progress.CancelledException when progress says so
   */
  public Answered<R> answer(Q given, Progress progress) {
    Fields.of(question).check(given, "");
    R figures = body.compute(given, progress);
    String choice = chosen.apply(given);
    return new Answered<>(
        figures,
        choice.isEmpty() ? convention : convention + " " + choice,
        InputsHash.of(area + "/" + name, given),
        reference);
  }
}
