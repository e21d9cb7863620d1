package org.isfsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isfsim.Shipped;
import org.junit.jupiter.api.Test;

/**
 * The schema file beside the scenarios, with which editors check them.
 *
 * <p>{@code mvn test -Dtest=ShippedSchemaTest -Disfsim.reset=true} writes it anew after a change of
 * the catalogue.
 */
final class ShippedSchemaTest {

  static final Path FILE = Shipped.SCENARIOS.resolve("scenario.schema.json");

  @Test
  void theSchemaFileIsThatOfTheCatalogue() throws IOException {
    String schema = SchemaWriter.write(Shipped.catalogue());
    if (Boolean.getBoolean("isfsim.reset")) {
      Files.writeString(FILE, schema);
    }
    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as(
            "scenarios/scenario.schema.json; to write it anew:"
                + " mvn test -Dtest=ShippedSchemaTest -Disfsim.reset=true")
        .isEqualTo(schema);
  }
}
