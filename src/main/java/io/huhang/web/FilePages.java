package io.huhang.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.audit.AuditTrail;
import io.huhang.document.PageImages;
import io.huhang.organization.Person;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files behind the login, as a download or as pictures of their pages. */
@Controller
class FilePages {

	/** Enough to see whether it is the right paper; the rest is a download away. */
	private static final int MOST_PAGES = 20;

	private final Attachments attachments;

	private final PageImages images;

	private final AuditTrail audit;

	private final Access access;

	FilePages(Attachments attachments, PageImages images, AuditTrail audit, Access access) {
		this.attachments = attachments;
		this.images = images;
		this.audit = audit;
		this.access = access;
	}

	@GetMapping("/files/{id}")
	ResponseEntity<Resource> download(@PathVariable UUID id, Person person) {
		StoredFile file = file(id, person);
		InputStream content = this.attachments.open(file);
		ContentDisposition attachment = ContentDisposition.attachment()
			.filename(file.name(), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.contentType(MediaType.parseMediaType(file.mediaType()))
			.contentLength(file.size())
			.body(new InputStreamResource(content));
	}

	/** The first pages as pictures. */
	@GetMapping("/files/{id}/preview")
	String preview(@PathVariable UUID id, Model model, Person person) {
		StoredFile file = file(id, person);
		int shown = Math.min(file.pages(), MOST_PAGES);
		if (shown == 0) {
			throw new MissingException();
		}
		model.addAttribute("file", FileView.of(file));
		model.addAttribute("pages", IntStream.rangeClosed(1, shown).boxed().toList());
		return "file";
	}

	/** One page as a picture. */
	@GetMapping(path = "/files/{id}/pages/{page}")
	ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable int page, Person person) {
		StoredFile file = file(id, person);
		byte[] image = (page > MOST_PAGES) ? null
				: this.images.png(file.mediaType(), () -> this.attachments.open(file), page).orElse(null);
		if (image == null) {
			throw new MissingException();
		}
		return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(image);
	}

	// Who has looked at vulnerabilities that are not public is kept.
	private StoredFile file(UUID id, Person person) {
		StoredFile file = this.attachments.find(id)
			.filter(found -> this.access.mayRead(found, person))
			.orElseThrow(MissingException::new);
		if (this.access.isNeedToKnow(file)) {
			this.audit.record(person.id(), AuditAction.FILE_READ.code(), file.owner() + "/" + file.id());
		}
		return file;
	}

}
