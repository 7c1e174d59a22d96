package io.huhang.recommendation;

import io.huhang.attachment.PackageItem;
import java.util.List;
import java.util.UUID;

import io.huhang.attachment.Attachments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in the packages that were assembled. */
@Repository
class PackageItems {

	private final JdbcClient jdbc;

	private final Attachments attachments;

	PackageItems(JdbcClient jdbc, Attachments attachments) {
		this.jdbc = jdbc;
		this.attachments = attachments;
	}

	/**
	 * Writes down what goes into this edition of the package; its key lets that be once.
	 */
	void insert(String number, int version, int edition, List<PackageItem> items) {
		int place = 0;
		for (PackageItem item : items) {
			this.jdbc
				.sql("insert into recommendation_package_item (recommendation_number, version, edition, place,"
						+ " part, path, file_id) values (:number, :version, :edition, :place, :part, :path, :file)")
				.param("number", number)
				.param("version", version)
				.param("edition", edition)
				.param("place", place++)
				.param("part", item.part())
				.param("path", item.path())
				.param("file", item.file().id())
				.update();
		}
	}

	/** The files of this edition of the package, in their order. */
	List<PackageItem> of(String number, int version, int edition) {
		return this.jdbc
			.sql("select part, path, file_id from recommendation_package_item"
					+ " where recommendation_number = :number and version = :version and edition = :edition"
					+ " order by place")
			.param("number", number)
			.param("version", version)
			.param("edition", edition)
			.query((row, index) -> new PackageItem(row.getString("part"), row.getString("path"),
					this.attachments.find(row.getObject("file_id", UUID.class)).orElseThrow()))
			.list();
	}

}
