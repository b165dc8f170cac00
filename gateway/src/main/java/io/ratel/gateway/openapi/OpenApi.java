package io.ratel.gateway.openapi;

import io.ratel.gateway.operation.Binding;
import io.ratel.gateway.operation.ErrorBody;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.quant.QuantResource;
import io.ratel.quant.QuantCatalog;
import io.ratel.quant.function.QuantFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The OpenAPI 3.1 document of a set of operations. */
final class OpenApi {
  private final Schemas schemas = new Schemas();
  private final Map<String, Object> paths = new TreeMap<>();

  private OpenApi(List<Operation<?, ?>> operations) {
    for (Operation<?, ?> operation : operations) {
      @SuppressWarnings("unchecked")
      Map<String, Object> path =
          (Map<String, Object>)
              paths.computeIfAbsent(operation.path(), key -> new LinkedHashMap<String, Object>());
      path.put(operation.verb().name().toLowerCase(Locale.ROOT), describe(operation));
    }
  }

  /**
   * @param functions each of which has a path of its own, when they can be computed
   */
  static Map<String, Object> of(List<Operation<?, ?>> operations, QuantCatalog functions) {
    OpenApi api = new OpenApi(operations);
    operations.stream()
        .filter(operation -> operation.name().equals(QuantResource.COMPUTE))
        .forEach(compute -> api.describe(functions, compute));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title",
            "Ratel",
            "version",
            "v1",
            "description",
            "Decimals are strings, ids are strings, times are ISO-8601 in UTC. Every error has the"
                + " shape of ErrorBody; GET /v1/errors lists every code.",
            "license",
            Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
    document.put("paths", api.paths);
    document.put(
        "components",
        Map.of(
            "schemas",
            api.schemas.components(),
            "securitySchemes",
            Map.of("token", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"))));
    return document;
  }

  private void describe(QuantCatalog functions, Operation<?, ?> compute) {
    Map<String, Object> responses = responses(compute);
    for (QuantFunction<?, ?> function : functions.all()) {
      paths.put(
          "/v1/quant/" + function.area() + "/" + function.name(),
          Map.of("post", FunctionSchemas.describe(function, responses)));
    }
  }

  private Map<String, Object> describe(Operation<?, ?> operation) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("operationId", operation.name());
    entry.put("summary", operation.summary());
    entry.put("security", operation.isPublic() ? List.of() : List.of(Map.of("token", List.of())));
    List<Object> parameters = new ArrayList<>();
    List<Binding.Part> body = new ArrayList<>();
    for (Binding.Part part : operation.request().parts()) {
      if (part.source() == Binding.Source.BODY) {
        body.add(part);
      } else {
        parameters.add(parameter(part));
      }
    }
    entry.put("parameters", parameters);
    if (!body.isEmpty()) {
      entry.put(
          "requestBody",
          Map.of(
              "required",
              true,
              "content",
              Map.of("application/json", Map.of("schema", bodySchema(body)))));
    }
    entry.put("responses", responses(operation));
    return entry;
  }

  private static Map<String, Object> bodySchema(List<Binding.Part> body) {
    return body.stream()
        .filter(Binding.Part::isOpen)
        .findFirst()
        .map(Schemas::ofPart)
        .orElseGet(() -> Schemas.body(body));
  }

  private static Map<String, Object> parameter(Binding.Part part) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", part.name());
    parameter.put("in", part.source().name().toLowerCase(Locale.ROOT));
    parameter.put("required", !part.optional());
    parameter.put("schema", Schemas.ofPart(part));
    if (part.isOpen()) {
      parameter.put("style", "form"); // each of its fields is a parameter
      parameter.put("explode", true);
    }
    if (!part.field().value().isEmpty()) {
      parameter.put("description", part.field().value());
    }
    return parameter;
  }

  private Map<String, Object> responses(Operation<?, ?> operation) {
    Map<String, Object> responses = new TreeMap<>();
    responses.put(Integer.toString(operation.status()), success(operation.response()));
    Map<Integer, List<ErrorCode>> byStatus =
        operation.errors().stream()
            .collect(Collectors.groupingBy(ErrorCode::status, TreeMap::new, Collectors.toList()));
    byStatus.forEach(
        (status, codes) ->
            responses.put(
                Integer.toString(status),
                Map.of(
                    "description",
                    codes.stream().map(Enum::name).collect(Collectors.joining(", ")),
                    "content",
                    Map.of(
                        "application/json",
                        Map.of("schema", schemas.reference(ErrorBody.class))))));
    return responses;
  }

  private Map<String, Object> success(Shape<?> shape) {
    if (shape.kind() == Shape.Kind.NOTHING) {
      return Map.of("description", "Done.");
    }
    Map<String, Object> schema =
        switch (shape.kind()) {
          case LIST -> schemas.list(shape.type());
          case TEXT, FILE -> Map.of("type", "string");
          default -> schemas.reference(shape.type());
        };
    return Map.of(
        "description", "Done.", "content", Map.of(shape.mediaType(), Map.of("schema", schema)));
  }
}
