package io.huhang.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.organization.Person;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files behind the login, always as a download. */
@Controller
class FilePages {

	private final Attachments attachments;

	private final Access access;

	FilePages(Attachments attachments, Access access) {
		this.attachments = attachments;
		this.access = access;
	}

	@GetMapping("/files/{id}")
	ResponseEntity<Resource> download(@PathVariable UUID id, Person person) {
		StoredFile file = this.attachments.find(id)
			.filter(found -> this.access.mayReadFilesOf(found.owner(), person))
			.orElseThrow(MissingException::new);
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

}
