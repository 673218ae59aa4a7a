"""Names of invented people in many languages, put in place of the ones in the training articles."""

from __future__ import annotations

_GIVEN = """
Olena Mykola Oksana Taras Iryna Bohdan Natalia Dmytro Svetlana Igor Ekaterina Pavel Tatyana Nikolai Lyudmila Andrei
Agnieszka Piotr Małgorzata Krzysztof Zofia Tomasz Jiří Tereza Zdeněk Kateřina László Zsófia Gergő Ildikó Ion Elena
Mihai Ioana Stefan Desislava Georgi Marija Dragan Jelena Luka Ivana Matej Petra Arben Elira Dimitris Eleni Yannis
Sofia Mehmet Ayşe Emre Zeynep Hasan Elif Levan Nino Giorgi Tamar Armen Anahit Rustam Leyla Farid Aigul Nurlan Dinara
Timur Saule Reza Maryam Hossein Shirin Ahmed Fatima Omar Layla Youssef Samira Khalid Noura Mahmoud Hala Tariq Salma
Avi Noa Yael Eitan Rajesh Priya Anil Sunita Vikram Kavita Arjun Lakshmi Imran Ayesha Bilal Nusrat Sanjida Kamal Nimal
Kumari Thida Aung Somchai Malee Nguyen Linh Minh Thuy Budi Siti Agus Dewi Maria Jose Andrea Ramon Wei Fang Jun Mei
Haruto Yuki Kenji Aiko Ji-woo Min-jun Soo-jin Batbayar Oyun Kwame Ama Kofi Abena Chinedu Ngozi Emeka Adaeze Musa Amina
Sipho Thandi Nomsa Themba Wanjiru Kamau Achieng Otieno Abebe Tigist Haile Selam Jean Amadou Fatou Mamadou Aissatou
Pierre Camille Luc Élodie Antoine Margaux Jürgen Anke Heinrich Ulrike Matthias Sabine Pieter Anneke Joost Lars Ingrid
Bjørn Astrid Mikkel Freja Eero Aino Jukka Siiri Jón Guðrún Seamus Aoife Niamh Declan Rhys Carys Hamish Catriona Giulia
Marco Chiara Lorenzo Francesca Carlos Lucía Javier Carmen Diego Valentina Joaquín Ximena João Beatriz Tiago Mariana
Rafael Luiza Mateus Tāne Mere Sione Ana Tevita Hone Aroha Janis Ilze Andris Liga Jonas Rasa Vytautas Kristjan Tiina
"""
_FAMILY = """
Kovalenko Shevchuk Bondarenko Tkachenko Melnyk Ivanova Sokolov Volkova Morozov Lebedeva Kuznetsov Orlova Kowalczyk
Wiśniewska Zieliński Wójcik Novák Svobodová Dvořák Horváth Szabó Kiss Popescu Ionescu Dumitru Petrov Dimitrova Todorov
Jovanović Petrović Marković Horvat Babić Kovač Hoxha Krasniqi Papadopoulos Nikolaidis Georgiou Yılmaz Kaya Demir Şahin
Beridze Kapanadze Petrosyan Sargsyan Aliyev Mammadova Nazarbekov Abdrakhmanova Karimov Rahimi Hosseini Ahmadi Moradi
al-Masri Haddad Khalil Nasser Mansour Farouk Benali Bouazza Cohen-Levi Mizrahi Peretz Sharma Patel Iyer Reddy Banerjee
Chatterjee Singh Kaur Malik Chaudhry Hussain Begum Rahman Perera Fernando Wickramasinghe Thapa Gurung Tun Zaw Saetang
Chaiyasit Tran Pham Le Vo Santoso Wijaya Hidayat Santos-Reyes Dela-Cruz Bautista Zhang Li Huang Zhao Tanaka Suzuki
Watanabe Kobayashi Park Kim Choi Jung Ganbold Mensah Owusu Boateng Okafor Adeyemi Balogun Eze Ibrahim Bello Dlamini
Nkosi Mokoena Zulu Mwangi Njoroge Odhiambo Tesfaye Bekele Diallo Traoré Keita Ndiaye Cissé Dubois Lefèvre Moreau
Girard Rousseau Müller Schäfer Hoffmann Krüger Brandt de-Vries Jansen Bakker Visser Johansson Lindqvist Hansen
Sørensen Nielsen Virtanen Korhonen Nieminen Sigurðsson Ó-Briain Gallagher Byrne Llewellyn Pritchard MacLeod Rossi
Ferrari Esposito Ricci García Fernández Gutiérrez Ramírez Castillo Quispe Mamani Silva Oliveira Carvalho Teixeira
Tuilagi Fonoti Parata Ngata Bērziņš Ozols Kazlauskas Jankauskas Tamm Saar Weatherby Ashcombe Thornbury Oakden
Pellworth Marchbank
"""
GIVEN = tuple(_GIVEN.split())
FAMILY = tuple(_FAMILY.split())
