package org.communitysolutions.risk.editions.api;

import jakarta.validation.constraints.NotBlank;
import org.communitysolutions.risk.rules.loading.EditionText;

/**
 * An edition to load.
 *
 * @param factors the file of factors, as YAML
 * @param rules the file of rules, as YAML; its version names the edition
 */
record NewEdition(@NotBlank String factors, @NotBlank String rules) {

    EditionText text() {
        return EditionText.of(factors, rules);
    }
}
