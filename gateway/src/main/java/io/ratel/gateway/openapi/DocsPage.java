package io.ratel.gateway.openapi;

import io.ratel.gateway.operation.Binding;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Shape;
import io.ratel.security.permission.Audience;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The operations as one page to read; it loads nothing from anywhere. */
final class DocsPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Ratel: the API</title>
      <style>
      :root{color-scheme:dark light}
      body{background:#0b0e14;color:#d7dde8;font:15px/1.5 system-ui,sans-serif;margin:0 auto;
        max-width:960px;padding:24px}
      a{color:#5aa9e6} h1{font-size:24px} h2{font-size:16px;margin:0}
      section{background:#11151d;border:1px solid #232a36;border-radius:6px;padding:16px;
        margin:16px 0}
      code{font:13px ui-monospace,monospace;color:#d7dde8}
      table{border-collapse:collapse;width:100%;margin:8px 0}
      th,td{border-top:1px solid #232a36;padding:4px 8px 4px 0;text-align:left;vertical-align:top}
      th{color:#8a94a6;font-weight:400} .m{color:#8a94a6} .v{color:#26a69a}
      @media (prefers-color-scheme: light){body{background:#fff;color:#1a2130}
        section{background:#f6f8fb;border-color:#d5dce6} code{color:#1a2130}
        th,.m{color:#4d5869} th,td{border-color:#d5dce6} a{color:#0b62a8} .v{color:#00695c}}
      </style></head><body>
      <h1>Ratel: the API</h1>
      <p>Decimals and ids are strings, times are ISO-8601 in UTC. Send
      <code>Authorization: Bearer TOKEN</code> where a sign-in is asked for; a token comes from
      <code>POST /v1/sessions</code>. For programs: <a href="/openapi.json">openapi.json</a>.
      Live data comes over a WebSocket at <code>/v1/stream</code>: send
      <code>{"subscribe":["market.BTC-USD.book","orders"],"id":1}</code>, after
      <code>{"auth":"TOKEN"}</code> for topics of an account.</p>
      """;

  private DocsPage() {}

  static String of(List<Operation<?, ?>> operations) {
    StringBuilder page = new StringBuilder(HEAD);
    operations.forEach(operation -> section(page, operation));
    page.append("<section id=\"errors\"><h2>Errors</h2><table>");
    for (ErrorCode code : ErrorCode.values()) {
      row(page, code.status() + " <code>" + code + "</code>", escape(code.meaning()));
    }
    return page.append("</table></section></body></html>\n").toString();
  }

  private static void section(StringBuilder page, Operation<?, ?> operation) {
    page.append("<section id=\"")
        .append(operation.name())
        .append("\"><h2><span class=\"v\">")
        .append(operation.verb())
        .append("</span> <code>")
        .append(escape(operation.path()))
        .append("</code></h2><p>")
        .append(escape(operation.summary()))
        .append(" <span class=\"m\">")
        .append(audience(operation.rule().audience()))
        .append("</span></p><table>");
    for (Binding.Part part : operation.request().parts()) {
      String place = part.source().name().toLowerCase(java.util.Locale.ROOT);
      String meaning = part.field().value().isEmpty() ? "" : escape(part.field().value()) + " ";
      row(
          page,
          "<code>"
              + escape(part.name())
              + "</code> <span class=\"m\">"
              + place
              + (part.optional() ? ", optional" : "")
              + "</span>",
          meaning + "<span class=\"m\">" + escape(part.rule()) + "</span>");
    }
    row(page, "answers <span class=\"m\">" + operation.status() + "</span>", response(operation));
    row(
        page,
        "refuses",
        operation.errors().stream()
            .map(code -> code.status() + "&nbsp;<a href=\"#errors\">" + code + "</a>")
            .collect(Collectors.joining(", ")));
    page.append("</table></section>\n");
  }

  private static String audience(Audience audience) {
    return switch (audience) {
      case ANYONE -> "Public.";
      case SIGNED_IN -> "Needs a sign-in.";
      case OPERATOR -> "For operators.";
    };
  }

  private static String response(Operation<?, ?> operation) {
    Shape<?> shape = operation.response();
    return switch (shape.kind()) {
      case NOTHING -> "nothing";
      case TEXT, FILE -> escape(shape.mediaType());
      case OBJECT -> "<code>" + fields(shape.type()) + "</code>";
      case LIST -> "<code>{items: [" + fields(shape.type()) + "], next}</code>";
    };
  }

  private static String fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static void row(StringBuilder page, String left, String right) {
    page.append("<tr><th>").append(left).append("</th><td>").append(right).append("</td></tr>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
