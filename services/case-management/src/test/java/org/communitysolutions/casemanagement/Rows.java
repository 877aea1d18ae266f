package org.communitysolutions.casemanagement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.communitysolutions.testkit.Database;

/** What really stands in the tables, restricted or not, as the service itself sees it. */
public final class Rows {

    private Rows() {}

    /** The one column of the rows that the query finds. */
    public static <T> List<T> column(Class<T> type, String sql, Object... parameters) {
        try (Connection connection = Database.connect()) {
            try (PreparedStatement introduce = connection.prepareStatement(
                    "select set_config('app.subject', 'test', false), set_config('app.roles', 'system', false)")) {
                introduce.execute();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                List<T> values = new ArrayList<>();
                ResultSet found = statement.executeQuery();
                while (found.next()) {
                    values.add(found.getObject(1, type));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
